/** The marks of small networks: how words are written, and that pictures stay in their frames and columns. */
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { labelStyle, shortened, styleOf } from '../../../src/ui/shapes/labels.ts';
import { PartName } from '../../../src/ui/shapes/PartName.tsx';
import { ReadMarks } from '../../../src/ui/shapes/ReadMarks.tsx';
import { cardRooms, layoutSmall } from '../../../src/ui/shapes/smallLayout.ts';

describe('words', () => {
  const look = labelStyle(['the', 'picks', 'hundred'], { pitch: 38, room: 70 });

  it('stand level where they fit, though a longer one beside them does not', () => {
    expect(look.isLevel).toBe(false);
    expect(styleOf('the', look, 38)).toMatchObject({ isLevel: true, fontSize: 11 });
    expect(styleOf('picks', look, 38).isLevel).toBe(true);
    expect(styleOf('hundred', look, 38)).toBe(look);
  });

  it.each(['the', 'picks'])('%s stays in its column', (name) => {
    expect(styleOf(name, look, 38).width).toBeLessThanOrEqual(36);
  });

  it('are rather shortened than written smaller than can be read', () => {
    const long = 'incomprehensibilities';
    const upright = labelStyle(['the', long], { pitch: 17, room: 70 });
    expect(upright).toMatchObject({ isLevel: false, fontSize: 9, height: 70 });
    expect(shortened(long, upright)).toMatch(/^incompr.*…$/);
    expect(shortened('picks', upright)).toBe('picks');
  });

  it('of several characters are as long as what is seen of them', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(labelStyle([family], { pitch: 26, room: 70 })).toEqual(
      labelStyle(['한'], { pitch: 26, room: 70 }),
    );
  });
});

describe('a picture', () => {
  it.each([17, 21, 38, 64])('is centred in a column of %i pixels, every cell inside its border', (pitch) => {
    const side = 6;
    const pixels = new Float64Array(side ** 2);
    pixels[side - 1] = 1;
    pixels[side ** 2 - 1] = 1;
    const { container } = render(
      <svg>
        <title>marks</title>
        <ReadMarks
          layout={layoutSmall({ hiddenSize: 4, layers: 1 }, 2, pitch, cardRooms(false))}
          reads={[{ kind: 'picture', side, pixels }, { kind: 'nothing' }]}
          unknown="unknown"
        />
      </svg>,
    );
    const number = (name: string) => Number(container.querySelector('rect')?.getAttribute(name));
    const left = Number(
      container
        .querySelector('g')
        ?.getAttribute('transform')
        ?.match(/\((\S+)/)?.[1],
    );
    expect(left + number('x') + number('width') / 2).toBeCloseTo(pitch / 2);
    const ink = container.querySelector('path:last-of-type')?.getAttribute('d') ?? '';
    const starts = [...ink.matchAll(/M(\S+) (\S+?)h(\S+?)v/g)].map((match) => match.slice(1).map(Number));
    expect(starts).toHaveLength(2);
    for (const [x, , cell] of starts) expect(1 + x + cell).toBeLessThanOrEqual(number('width') + 1e-9);
    const [, y, cell] = starts[1];
    expect(1 + y + cell).toBeLessThanOrEqual(number('height') + 1e-9);
  });
});

it('a word that is not known is the same mark whether it is read as a word or as nothing, and says what it is', () => {
  const { container } = render(
    <svg>
      <title>marks</title>
      <ReadMarks
        layout={layoutSmall({ hiddenSize: 4, layers: 1 }, 3, 40, cardRooms(false))}
        reads={[{ kind: 'name', name: '?' }, { kind: 'unknown' }, { kind: 'name', name: 'one' }]}
        unknown="a word it does not know"
      />
    </svg>,
  );
  const marks = [...container.querySelectorAll('g')];
  expect(marks.map((mark) => mark.querySelector('text')?.textContent)).toEqual(['?', '?', 'one']);
  expect(marks.map((mark) => mark.querySelector('title')?.textContent)).toEqual([
    'a word it does not know',
    'a word it does not know',
    undefined,
  ]);
});

describe('the name of an encoder', () => {
  const draw = (width: number, isUprightAllowed: boolean) =>
    render(
      <svg>
        <title>marks</title>
        <PartName name="encoder" left={0} width={width} bottom={50} isUprightAllowed={isUprightAllowed} />
      </svg>,
    ).container.querySelector('text');

  it('stands upright where its columns are narrower, or is left out', () => {
    expect(draw(80, true)?.getAttribute('transform')).toBe('translate(40 50)');
    expect(draw(37, true)?.getAttribute('transform')).toBe('translate(18.5 50) rotate(-90)');
    expect(draw(37, false)).toBeNull();
  });
});
