// One request under way: what an endpoint needs to answer it.
import type { Scenario } from './scenarios';
import type { World } from './world';

export interface Call {
  /** Path without version, such as `100020003000401/message_templates`. */
  path: string;
  /** The version that answers, such as `v26.0`. */
  version: string;
  query: URLSearchParams;
  /** Unix seconds. */
  now: number;
  scenarios: ReadonlySet<Scenario>;
  world: World;
}
