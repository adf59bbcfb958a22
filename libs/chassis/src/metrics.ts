import { failpointHits, type Report } from '@millrace/messaging';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What a process counts, for `/metrics`. */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  private readonly events = new Counter({
    name: 'events_total',
    help: 'Events by consumer and what became of them: applied, duplicate, parked, waiting, retried.',
    labelNames: ['consumer', 'outcome'],
    registers: [this.registry],
  });
  private readonly unknownTypes = new Counter({
    name: 'events_unknown_type_total',
    help: 'Events of a type that no consumer takes.',
    labelNames: ['type'],
    registers: [this.registry],
  });
  private readonly published = new Counter({ name: 'outbox_published_total', help: 'Events sent to the broker.', registers: [this.registry] });
  private readonly failures = new Counter({ name: 'outbox_publish_failures_total', help: 'Batches that the broker did not take.', registers: [this.registry] });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    const hits: Gauge = new Gauge({
      name: 'failpoint_hits',
      help: 'How often an armed failpoint was reached.',
      labelNames: ['name'],
      registers: [this.registry],
      collect: () => {
        for (const [name, count] of failpointHits()) hits.set({ name }, count);
      },
    });
  }

  observeRequest(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  observe(report: Report): void {
    switch (report.kind) {
      case 'applied':
      case 'duplicate':
        this.events.inc({ consumer: report.consumer, outcome: report.kind }, report.count);
        break;
      case 'retry':
        this.events.inc({ consumer: report.consumer, outcome: 'retried' });
        break;
      case 'parked':
        this.events.inc({ consumer: report.stream.consumer, outcome: 'parked' });
        break;
      case 'kept-waiting':
        this.events.inc({ consumer: report.stream.consumer, outcome: 'waiting' });
        break;
      case 'unknown-type':
        this.unknownTypes.inc({ type: report.type });
        break;
      case 'published':
        this.published.inc(report.count);
        break;
      case 'publish-failed':
        this.failures.inc();
        break;
      default:
    }
  }

  /** A figure of a service's own that only grows. @returns what adds to it. */
  counter(name: string, help: string): (count?: number) => void {
    const counter = new Counter({ name, help, registers: [this.registry] });
    return (count = 1) => counter.inc(count);
  }

  /** A figure that is looked up when somebody asks. */
  gauge(name: string, help: string, read: () => Promise<number> | number): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        gauge.set(await read());
      },
    });
  }
}
