// What the local stand-in for Meta's Graph API offers: one pure function from request to answer.

export interface GraphRequest {
  method: string;
  /** Path with query, such as `/v26.0/100000000000001/message_templates?limit=100`. */
  url: string;
  headers: Record<string, string>;
  body: string | null;
}
export interface GraphAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}
export interface GraphOptions {
  /** Epoch milliseconds of "now". */
  now: () => number;
  /** Scenario names; see `scenarios.ts`. */
  scenarios?: string[];
}
export interface Graph {
  handle(request: GraphRequest): GraphAnswer;
  /** Replaces the scenarios in force and forgets what they counted. An unknown name throws. */
  setScenarios(names: string[]): void;
  /** The token that connects. Not a real one. */
  readonly sampleToken: string;
}
