import { collectDefaultMetrics, Gauge, Registry } from "prom-client";

export interface MetricsSources {
  readonly connections: () => number;
  readonly engineWaiting: () => number;
}

/** Numbers for a scraper; no label ever names a person, a room or an account. */
export function createMetrics({ connections, engineWaiting }: MetricsSources): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauges: readonly [string, string, () => number][] = [
    ["pyrena_live_connections", "Open connections to live rooms", connections],
    ["pyrena_engine_waiting", "Programs waiting for an engine worker", engineWaiting],
  ];
  for (const [name, help, read] of gauges) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  }
  return registry;
}
