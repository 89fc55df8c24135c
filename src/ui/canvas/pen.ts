import type { Rectangle } from '../../layout/valueCells.ts';

export interface Writing {
  readonly text: string;
  readonly x: number;
  /** The middle of the letters, as a central baseline has it. */
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  readonly color: string;
  /** Whether it keeps to its own box: marks in heaps would paint over the page. */
  readonly clipped?: boolean;
}

/** Draws boxes at once and writes at the end, font by font: another font costs as much as several letters. */
export interface Pen {
  /** Added to every x: where the column begins. */
  shift: number;
  fill(box: Rectangle, color: string): void;
  stroke(box: Rectangle, color: string, width: number): void;
  /** `font` as CSS has it. */
  write(font: string, writing: Writing): void;
  finish(): void;
}

/** CSS pixels around the box of a clipped text. */
const AIR = 2;

export function createPen(context: CanvasRenderingContext2D): Pen {
  const byFont = new Map<string, Writing[]>();

  const pen: Pen = {
    shift: 0,
    fill(box, color) {
      context.fillStyle = color;
      outline(box);
      context.fill();
    },
    stroke(box, color, width) {
      context.strokeStyle = color;
      context.lineWidth = width;
      outline(box);
      context.stroke();
    },
    write(font, writing) {
      const texts = byFont.get(font) ?? [];
      byFont.set(font, texts);
      texts.push({ ...writing, x: pen.shift + writing.x });
    },
    finish() {
      for (const [font, texts] of byFont) {
        context.font = font;
        const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('0');
        for (const writing of texts) {
          context.textAlign = writing.align;
          context.fillStyle = writing.color;
          if (writing.clipped) {
            context.save();
            clip(writing, ascent + descent);
          }
          context.fillText(writing.text, writing.x, writing.y + (ascent - descent) / 2);
          if (writing.clipped) context.restore();
        }
      }
      byFont.clear();
    },
  };

  function outline({ x, y, width, height, rx }: Rectangle): void {
    context.beginPath();
    context.roundRect(pen.shift + x, y, width, height, rx);
  }

  function clip({ text, x, y }: Writing, height: number): void {
    const { width } = context.measureText(text);
    const left = context.textAlign === 'left' ? x : x - width / 2;
    context.beginPath();
    context.rect(left - AIR, y - height / 2 - AIR, width + 2 * AIR, height + 2 * AIR);
    context.clip();
  }

  return pen;
}
