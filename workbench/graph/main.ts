// Runs the stand-in alone: `--port 4310 --scenario NAME --now 2026-11-22T18:00:00Z`.
import { parseArgs } from 'node:util';
import { createGraph, SAMPLE_TOKEN, SCENARIOS } from './index';
import { serveGraph } from './serve';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4310' },
      scenario: { type: 'string', multiple: true, default: [] },
      now: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    const lines = Object.entries(SCENARIOS).map(([name, text]) => `  ${name.padEnd(26)}${text}`);
    console.log(`Scenarios, each with its own --scenario:\n${lines.join('\n')}`);
    return;
  }
  const still = values.now === undefined ? null : Date.parse(values.now);
  if (Number.isNaN(still)) throw new Error(`--now ${values.now} is no date.`);
  const graph = createGraph({ now: () => still ?? Date.now(), scenarios: values.scenario });
  const { url } = await serveGraph(graph, Number(values.port));
  console.log(`Graph stand-in at ${url}/ with the token ${SAMPLE_TOKEN}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
