// Writes docs/functions.md and its translations from the help of the functions and the table of metrics.
// `npm run docs` writes them; a test fails where they differ.

import { writeFile } from 'node:fs/promises';
import { describeFunctions, load } from '../esbuild.config.mjs';
import { EXAMPLES, WORDS } from './functions-words.mjs';

/** @returns the pages by file name */
export async function makePages() {
  const { FUNCTIONS, METRICS } = await load(
    `export { FUNCTIONS } from './src/core/formula/functions';
     export { METRICS } from './src/core/metrics';`,
  );
  const pages = {};
  for (const [lang, words] of Object.entries(WORDS)) {
    const { titles, functions } = await load(
      `export { titles } from './src/texts/${lang}/titles';
       export { functions } from './src/texts/${lang}/functions';`,
    );
    const described = (await describeFunctions(lang)).map((one) => ({
      ...one,
      ...FUNCTIONS[one.name],
      values: one.parameters.map(({ name }) => name),
    }));
    pages[words.file] = makePage({ words, titles, functions, described, METRICS });
  }
  return pages;
}

function makePage({ words, titles, functions, described, METRICS }) {
  const metricOf = ({ metric }) => (metric ? METRICS[metric] : null);
  const isSum = (one) =>
    one.answers === 'buttons' || (metricOf(one) && metricOf(one).of !== 'ratio');
  const groups = {
    sum: described.filter(isSum),
    ratio: described.filter((one) => metricOf(one)?.of === 'ratio'),
    table: described.filter(({ answers }) => ['change', 'table', 'series'].includes(answers)),
    file: described.filter(({ answers }) =>
      ['templates', 'coverage', 'last-sync'].includes(answers),
    ),
  };
  const row = (one) => `| ${[`\`${signature(one)}\``, one.summary, madeOf(one)].join(' | ')} |`;
  const madeOf = (one) => {
    const metric = metricOf(one);
    if (!metric) return '';
    const parts = metric.parts?.map((part) => titles[part]);
    const made = { sum: () => words.sumOf(parts), ratio: () => words.ratioOf(...parts) }[metric.of];
    const unit = words.units[metric.unit];
    return [made ? made() : words.asReported, unit].filter((text) => text !== '').join('; ');
  };
  const table = (list) => [
    `| ${words.head.join(' | ')} |`,
    `|${' --- |'.repeat(words.head.length)}`,
    ...list.map(row),
  ];
  const entry = (one) => [
    `### ${one.name}`,
    '',
    one.summary,
    '',
    `\`${signature(one)}\``,
    '',
    `${words.example}: \`${EXAMPLES[one.name] ?? EXAMPLES.metric(one.name)}\``,
    '',
  ];
  const used = [...new Set(described.flatMap(({ values }) => values))];
  const lines = [
    `# ${words.title}`,
    '',
    otherPages(words),
    '',
    ...paragraphs(words.intro),
    `## ${words.groups.sum}`,
    '',
    words.sums,
    '',
    ...table(groups.sum),
    '',
    `## ${words.groups.ratio}`,
    '',
    words.ratios,
    '',
    ...table(groups.ratio),
    '',
    `## ${words.groups.table}`,
    '',
    ...groups.table.flatMap(entry),
    `## ${words.groups.file}`,
    '',
    ...groups.file.flatMap(entry),
    `## ${words.values}`,
    '',
    ...used.flatMap((name) => [`* **${name}**: ${functions.details[name]}`]),
    '',
    `## ${words.shapesTitle}`,
    '',
    ...paragraphs(words.shapes),
    `## ${words.coverageTitle}`,
    '',
    ...paragraphs(words.coverage),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const signature = ({ name, values }) => `${name}(${values.join('; ')})`;
const paragraphs = (list) => list.flatMap((text) => [text, '']);

function otherPages(own) {
  return Object.values(WORDS)
    .map(({ file, language }) => (file === own.file ? language : `[${language}](${file})`))
    .join(' · ');
}

if (import.meta.url === `file://${process.argv[1]}`) {
  for (const [file, text] of Object.entries(await makePages())) {
    await writeFile(new URL(file, import.meta.url), text);
  }
}
