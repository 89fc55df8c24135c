import { cpus, loadavg } from 'node:os';

/**
 * When and on what a run is, asked before it begins: other work on the machine (a load average that is not near 0)
 * disturbs ratios little, because contenders take turns, but makes absolute figures too low.
 */
export function circumstances(): string {
  const processors = cpus();
  const date = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const load = loadavg()[0].toFixed(1);
  return `${date} UTC, ${processors.length} × ${processors[0].model.trim()}, Node ${process.versions.node}, load average before ${load}`;
}
