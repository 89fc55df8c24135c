/** What the rules of the code base need to know about one source file, read by a real parser. */
import { dirname, join } from 'node:path/posix';
import { parseSync, Visitor } from 'vite';

export interface Import {
  /** 'engine/model.ts' for a file under src, else the package's name as written. */
  readonly target: string;
  /** Whether nothing of it is left after the types are taken away. */
  readonly isType: boolean;
}

export interface SourceFile {
  /** Relative to src, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
  /** Uses of what differs between machines, browsers or moments. */
  readonly unpredictable: readonly string[];
  /** Words a person would read, written into the markup. */
  readonly words: readonly string[];
  /** Kinds of canvas contexts asked for. */
  readonly contexts: readonly string[];
}

/** IEEE 754 and integer functions, which ECMAScript defines to the last bit. */
const EXACT_MATH = new Set(
  'abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN2 LN10 LOG2E LOG10E PI SQRT1_2 SQRT2'.split(
    ' ',
  ),
);

const UNPREDICTABLE_GLOBALS = new Set(
  'console crypto Date globalThis navigator performance process setTimeout'.split(' '),
);

const SPOKEN_ATTRIBUTES = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'placeholder',
  'title',
]);

/** Names of things, the same in every language. */
const UNTRANSLATED = new Set('tanh ReLU RNN LSTM GRU softmax Unrolled English 한국어'.split(' '));

export function parseSourceFile(path: string, source: string): SourceFile {
  const { program, module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map((error) => error.message).join('; ')}`);

  const imports: Import[] = [];
  const addImport = (specifier: string, isType: boolean) =>
    imports.push({ target: resolve(path, specifier), isType });
  for (const { moduleRequest, entries } of module.staticImports)
    addImport(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType));
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) addImport(moduleRequest.value, isType);

  const unpredictable: string[] = [];
  const words: string[] = [];
  const contexts: string[] = [];
  const addWords = (text: string) => words.push(...spokenWords(text));
  let mathUses = 0;
  new Visitor({
    ImportExpression: ({ source }) => {
      addImport(source.type === 'Literal' ? String(source.value) : '(computed)', false);
    },
    TSImportType: ({ source }) => addImport(source.value, true),
    NewExpression: ({ callee, arguments: [first] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'URL' || first?.type !== 'Literal') return;
      if (String(first.value).startsWith('.')) addImport(String(first.value), false);
    },
    Identifier: ({ name }) => {
      if (name === 'Math') mathUses += 1;
      else if (UNPREDICTABLE_GLOBALS.has(name)) unpredictable.push(name);
    },
    MemberExpression: ({ object, property, computed }) => {
      if (object.type !== 'Identifier' || object.name !== 'Math') return;
      mathUses -= 1;
      const name = computed || property.type !== 'Identifier' ? '[…]' : property.name;
      if (!EXACT_MATH.has(name)) unpredictable.push(`Math.${name}`);
    },
    BinaryExpression: ({ operator }) => {
      if (operator === '**') unpredictable.push('**');
    },
    AssignmentExpression: ({ operator }) => {
      if (operator === '**=') unpredictable.push('**=');
    },
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (callee.property.name === 'getContext' && first?.type === 'Literal')
        contexts.push(String(first.value));
    },
    JSXText: ({ value }) => addWords(value),
    JSXAttribute: ({ name, value }) => {
      if (value?.type !== 'Literal' || name.type !== 'JSXIdentifier') return;
      if (SPOKEN_ATTRIBUTES.has(name.name)) addWords(String(value.value));
    },
  }).visit(program);
  if (mathUses > 0) unpredictable.push('Math as a value');

  return {
    path,
    imports,
    hasDefaultExport: module.staticExports.some(({ entries }) =>
      entries.some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default'),
    ),
    unpredictable,
    words,
    contexts,
  };
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? join(dirname(from), specifier.replace(/\?.*$/, '')) : specifier;
}

/** Single letters are symbols of the equations. */
function spokenWords(text: string): string[] {
  return (text.match(/\p{L}{2,}/gu) ?? []).filter((word) => !UNTRANSLATED.has(word));
}
