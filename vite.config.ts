import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { findBrowser, launchArguments } from './tests/browser/findBrowser.ts';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Built pages only: the development server needs inline scripts and styles to replace modules in place. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
      injectTo: 'head-prepend',
    },
  ],
};

/** The threads beside the page. */
const WORKERS = { trainer: '/src/worker/worker.ts', keeper: '/src/state/resumeWorker.ts' };

/**
 * `virtual:workers` has the addresses of the workers as further entries of the same build: page and worker share the
 * chunk of the engine, which Vite's own workers, each a build by itself, would contain a second time.
 */
function workers(): Plugin {
  const name = 'virtual:workers';
  const entries = Object.entries(WORKERS);
  let chunks: string[] | null = null;
  return {
    name: 'workers',
    buildStart() {
      if (this.environment.mode !== 'build') return;
      chunks = entries.map(([worker, path]) => {
        const id = fileURLToPath(new URL(`.${path}`, import.meta.url));
        return this.emitFile({ type: 'chunk', id, name: `${worker}-worker` });
      });
    },
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      const addresses = entries.map(
        ([worker, path], index) =>
          `export const ${worker} = ${chunks ? `import.meta.ROLLUP_FILE_URL_${chunks[index]}` : JSON.stringify(path)};`,
      );
      return addresses.join('\n');
    },
  };
}

/** Of the first script: there before anything else is imported. */
const FIRST_CHUNKS = /\/(rolldown-runtime|engine|libraries|shared|early|index)-[^/]*\.js$/;

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy, workers()],
  build: {
    target: 'es2022',
    // One stylesheet: a part whose own could not be loaded would stay without it until the page is loaded again.
    cssCodeSplit: false,
    modulePreload: {
      polyfill: false,
      // Preloading needs a document, which the worker has not; and what is there, or asked for anyway, needs none.
      resolveDependencies(file, dependencies, { hostId, hostType }) {
        if (hostType === 'html') return dependencies;
        if (/-worker-[^/]*\.js$/.test(hostId)) return [];
        return dependencies.filter((each) => each !== file && !FIRST_CHUNKS.test(each));
      },
    },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // The first script names all others, and hashes do not deflate: these tell versions apart, too.
        hashCharacters: 'hex',
        chunkFileNames: 'assets/[name]-[hash:7].js',
        codeSplitting: {
          groups: [
            // Many small chunks take longer to come, and deflate worse, than few.
            {
              name: 'libraries',
              test: /node_modules\/(react|react-dom|scheduler|zustand|d3-array)\//,
            },
            // What page and worker both have, with all that it imports.
            { name: 'engine', test: /preload-helper|src\/worker\/session\.ts/ },
            { name: 'early', test: /src\/(early|i18n\/index|state\/(preferences|route))\.ts/ },
            {
              name: 'shared',
              test: /src\/(i18n\/numbers|layout\/(color|format|heatmap|letterSize|probability)|state\/(config|guessing|run|view)|tasks\/(letterMark|text)|ui\/(Notice\.module|context|noticeSentence|phase|lazily|scheme|canvas\/usePainted|guessing\/useRound))\.(ts|css)/,
            },
            {
              name: 'aftermath',
              test: /src\/(i18n\/aftermath|ui\/(OutcomeSentence|DivergedSentence|RunNotice))\./,
              includeDependenciesRecursively: false,
            },
            // The first script names each chunk: what is small, and wanted together or about as often, is one.
            {
              name: 'panels',
              test: /src\/(state\/panelSettings|layout\/(inside|magnitudeColor)|ui\/(MathText|afterPaint|stepTurn|useMagnitudeDomain|usePacedSnapshot|usePanelSettings|gates\/(HoldChoice|gate|useGateSight)|reach\/useMagnitudeTable))\./,
              includeDependenciesRecursively: false,
            },
            {
              name: 'dense',
              test: /src\/ui\/(canvas\/(BandCanvas|NetworkCanvas)|Minimap)\./,
              includeDependenciesRecursively: false,
            },
            {
              name: 'history',
              test: /src\/(layout\/(curveMarks|levelName)|ui\/time\/(CurveLayers|CutExperiment|History|InterventionMark|futureDash|interventionMarks|parting|useChangeWords))\./,
              includeDependenciesRecursively: false,
            },
            {
              name: 'resume',
              test: /src\/(app\/findResume|state\/(isResume|resume))\./,
              includeDependenciesRecursively: false,
            },
            {
              name: 'frozen',
              test: /src\/ui\/time\/(FrozenCells|FrozenMarks)\./,
              includeDependenciesRecursively: false,
            },
            {
              name: 'exercises',
              test: /es-hangul|src\/(state\/pretrained|tasks\/(captions|feelings|levels|memoryless|motion|numbers|questions|sampling|vocabulary)|i18n\/(exerciseMessages|tasks)|ui\/exercise\/(Answer|WordByWord|levels|writtenQuestion|editors\/(QuestionBox|QuestionEditor\.module|ReadingNote\.module)))/,
              includeDependenciesRecursively: false,
            },
            {
              name: 'labs',
              test: /d3-format|src\/(labs\/(labScreen|lockstep)|layout\/reach|worker\/hub|ui\/TimestepColumns)/,
              includeDependenciesRecursively: false,
            },
            {
              name: 'shapes',
              test: /src\/(labs\/(depthBoard|depths|jointTraining|shapes|trainedStates)|state\/shapes|ui\/shapes|i18n\/shapes)/,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout: 30_000,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{e2e,ui}/**', '**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          testTimeout: 60_000,
          include: ['tests/ui/**/*.test.ts', 'tests/**/*.test.tsx'],
          setupFiles: 'tests/ui/setup.ts',
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          testTimeout: 60_000,
          include: ['tests/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findBrowser() ?? '', args: launchArguments() },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/globalSetup.ts',
          testTimeout: 30_000,
        },
      },
    ],
  },
});
