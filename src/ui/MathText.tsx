import { MathSymbol } from './MathSymbol.tsx';

/** Names of matrices and biases in a sentence, such as W_xh. */
const NAMES = /([Wb])_(hy|y|[xh][hifgorzn])(?![a-z])/;

/** A sentence in which the matrices that it names are written as they are in the equations. */
export function MathText({ text }: { readonly text: string }) {
  // Splitting by an expression with two groups gives text, base, subscript, text, …
  return text
    .split(NAMES)
    .map((part, index, parts) =>
      index % 3 === 1 ? (
        <MathSymbol key={`${index}`} base={part} subscript={parts[index + 1]} />
      ) : index % 3 === 0 ? (
        part
      ) : null,
    );
}
