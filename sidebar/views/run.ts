// A sync on its way and at its end: progress, counts, what to know, what to do next.

import type { Notice, SyncCounts } from '../../src/rpc/contract';
import { type Described, h } from '../dom';
import { formatCount, formatRange } from '../format';
import { exampleFormula } from '../formula';
import type { Run } from '../state';
import { dailyNews } from './daily';
import { insightsOffer } from './insights';
import { button, disclosure, type Look } from './parts';

const COUNTS: readonly (keyof SyncCounts)[] = ['added', 'changed', 'restated', 'held', 'requests'];

function progressCard(look: Look, run: Run): Described {
  const { texts, locale, on } = look;
  const words = texts.progress;
  const { answer } = run;
  const { done, total } = answer?.progress ?? { done: 0, total: 0 };
  const percent = total > 0 ? Math.min(100, Math.round((100 * done) / total)) : 0;
  const said =
    answer && total > 0
      ? words.steps(formatCount(done, locale), formatCount(total, locale))
      : words.starting;
  const stopping = run.end === 'stopping';
  const soFar =
    answer &&
    words.soFar(
      answer.counts.added,
      formatCount(answer.counts.added, locale),
      answer.counts.changed,
      formatCount(answer.counts.changed, locale),
    );
  return h(
    'div',
    { key: 'progress', id: 'progress', class: 'card', tabindex: -1 },
    h('h2', { id: 'progress-title' }, words.title),
    h(
      'div',
      {
        class: total > 0 ? 'bar' : 'bar waiting',
        role: 'progressbar',
        'aria-labelledby': 'progress-title',
        'aria-valuemin': 0,
        'aria-valuemax': 100,
        'aria-valuenow': total > 0 ? percent : null,
        'aria-valuetext': said,
      },
      h('span', { style: total > 0 ? `width: ${percent}%` : null }),
    ),
    h('p', { key: 'said', role: 'status', 'aria-live': 'polite' }, said),
    soFar ? h('p', { key: 'so-far', class: 'help' }, soFar) : null,
    h('p', { key: 'keep-open', class: 'help' }, words.keepOpen),
    h(
      'button',
      {
        key: 'cancel',
        type: 'button',
        class: 'secondary',
        disabled: stopping,
        onclick: () => on.cancel(),
      },
      stopping ? words.stopping : words.cancel,
    ),
  );
}

/** What those counts mean that are not plain. */
function explanations(look: Look): Described {
  const words = look.texts.result;
  const lines = [words.explainChanged, words.explainRestated, words.explainHeld];
  return disclosure('explain', words.explain, ...lines.map((line) => h('p', {}, line)));
}

function nextStep(look: Look, run: Run): Described {
  const { state, texts, on } = look;
  const words = texts.result;
  const separator = state.status?.separator ?? ';';
  const example = exampleFormula(state.templates.list, run.request.templates, separator);
  const copied = state.copied === 'yes';
  return h(
    'section',
    { key: 'next', class: 'next', 'aria-labelledby': 'next-title' },
    h('h3', { id: 'next-title' }, words.nextTitle),
    h('p', {}, example.named ? words.nextText : words.nextSimple),
    h('code', { id: 'formula', tabindex: 0, 'aria-label': words.formula }, example.formula),
    button(look, copied ? words.copied : words.copy, () => on.copy(example.formula), {
      key: 'copy',
    }),
    h(
      'p',
      { class: 'help', role: 'status' },
      state.copied === 'by-hand' ? words.copyByHand : null,
      copied ? h('span', { class: 'hidden' }, words.copied) : null,
    ),
  );
}

function noticeItem(look: Look, { code, text, accountId }: Notice): Described {
  return h('li', {}, text, code === 'insights-off' ? insightsOffer(look, accountId) : null);
}

function resultTitle(look: Look, run: Run, counts: SyncCounts | null): string {
  const words = look.texts.result;
  if (run.end === 'stopped') return words.stopped;
  return counts && counts.added + counts.changed === 0 ? words.upToDate : words.done;
}

function resultCard(look: Look, run: Run): Described {
  const { texts, locale, on } = look;
  const words = texts.result;
  const { answer } = run;
  const counts = answer?.counts ?? null;
  const notices = answer?.notices ?? [];
  const stopped = run.end === 'stopped';
  const written = counts ? counts.added + counts.changed : 0;
  const daily = run.first && !stopped ? dailyNews(look) : null;
  return h(
    'div',
    { key: 'result', id: 'result', class: 'card', tabindex: -1 },
    h(
      'h2',
      { class: stopped ? 'stopped' : 'done', role: 'status' },
      h('span', { class: 'mark', 'aria-hidden': 'true' }, stopped ? '■' : '✓'),
      resultTitle(look, run, counts),
    ),
    stopped ? h('p', {}, written > 0 ? words.stoppedText : words.stoppedEmpty) : null,
    answer && !stopped
      ? h('p', { key: 'range', class: 'help' }, formatRange(answer.range, locale))
      : null,
    daily ? h('p', { key: 'daily' }, daily) : null,
    counts
      ? h(
          'dl',
          { key: 'counts' },
          ...COUNTS.flatMap((name) => [
            h('dt', { key: name }, words[name]),
            h('dd', { key: name }, formatCount(counts[name], locale)),
          ]),
        )
      : null,
    answer?.comparison && !stopped
      ? button(look, words.compare, () => on.open(answer.comparison ?? ''), { key: 'compare' })
      : null,
    answer && (written > 0 || !stopped)
      ? button(look, words.open(answer.tab), () => on.open(answer.tab), { key: 'open' })
      : null,
    counts ? explanations(look) : null,
    notices.length > 0
      ? h(
          'div',
          { key: 'notices', class: 'notices' },
          h('h3', {}, words.notices),
          h('ul', {}, ...notices.map((notice) => noticeItem(look, notice))),
        )
      : null,
    stopped ? null : nextStep(look, run),
  );
}

/** The state of the sync, or nothing before the first one and after a failure, which has its own panel. */
export function runCard(look: Look): Described | null {
  const { run } = look.state;
  if (!run || run.end === 'failed') return null;
  return run.end === 'running' || run.end === 'stopping'
    ? progressCard(look, run)
    : resultCard(look, run);
}
