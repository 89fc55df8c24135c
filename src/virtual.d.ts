declare module 'virtual:worker-url' {
  /** Where the worker's script is, see vite.config.ts. */
  export const workerUrl: string;
}
