/** Reads as much of a WOFF2 file as a test of its characters needs (W3C, WOFF File Format 2.0; OpenType, cmap). */
import { brotliDecompressSync } from 'node:zlib';

/** The places of two tags in the list of known tags. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;

const HEADER_LENGTH = 48;
const GLYF_HEADER_LENGTH = 36;

/** Between the first column of a cmap of format 4 and the second. */
const PADDING = 2;

/** The number of contours of each character the font has a glyph for; throws where its cmap is not of plain segments (format 4). */
export function contoursOfCharacters(file: Buffer): ReadonlyMap<string, number> {
  const tables = readTables(file);
  const [cmap, glyf] = [tables.get(CMAP), tables.get(GLYF)];
  if (cmap === undefined || glyf === undefined) throw new Error('no cmap or glyf');
  return new Map(
    readGlyphs(cmap).map(([code, glyph]) => [
      String.fromCodePoint(code),
      glyf.readInt16BE(GLYF_HEADER_LENGTH + 2 * glyph),
    ]),
  );
}

function readTables(file: Buffer): ReadonlyMap<number, Buffer> {
  let at = HEADER_LENGTH;
  const readLength = () => {
    let length = 0;
    let byte: number;
    do {
      byte = file[at++];
      length = length * 128 + (byte & 0x7f);
    } while (byte & 0x80);
    return length;
  };
  const entries = Array.from({ length: file.readUInt16BE(12) }, () => {
    const [tag, version] = [file[at] & 0x3f, file[at] >> 6];
    at += tag === 0x3f ? 5 : 1;
    const length = readLength();
    const isTransformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0;
    return { tag, length: isTransformed ? readLength() : length };
  });
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  let start = 0;
  return new Map(
    entries.map(({ tag, length }) => {
      start += length;
      return [tag, data.subarray(start - length, start)];
    }),
  );
}

function readGlyphs(cmap: Buffer): [code: number, glyph: number][] {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(8 + 8 * index),
  );
  const start = offsets.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (start === undefined) throw new Error('no cmap of format 4');
  const segments = cmap.readUInt16BE(start + 6) / 2;
  return Array.from({ length: segments }, (_, segment) => {
    const read = (column: number) =>
      cmap.readUInt16BE(start + 14 + 2 * (segment + segments * column) + (column > 0 ? PADDING : 0));
    return { last: read(0), first: read(1), delta: read(2), listed: read(3) };
  })
    .flatMap(({ first, last, delta, listed }) => {
      if (listed !== 0) throw new Error('a segment that lists its glyphs one by one');
      return Array.from({ length: last - first + 1 }, (_, index): [number, number] => [
        first + index,
        (first + index + delta) & 0xffff,
      ]);
    })
    .filter(([, glyph]) => glyph !== 0);
}
