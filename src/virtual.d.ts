declare module 'virtual:workers' {
  /** The addresses of the worker threads' scripts, see vite.config.ts. */
  export const trainer: string;
  export const keeper: string;
}
