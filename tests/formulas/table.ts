// The table of formulas as types, and the small ledger in it as a world the Graph stand-in can play.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plusDays, startOfDay } from '../judge/days';
import type { RawPoint } from '../judge/points';
import { buildWorld, type JudgeAccount, type JudgeTemplate, type World } from '../judge/world';

/** A number, a text, rows of cells, or the pieces an error must name. */
export type Expected = number | string | (number | string)[][] | { error: string[] };
export interface FormulaRow {
  formula: string;
  value: Expected;
  /** After the days of `later` were synced; as before where absent. */
  later?: Expected;
}
type Day = Record<string, unknown> & { spent?: number };
interface Table {
  synced: { from: string; to: string; at: string };
  accounts: {
    name: string;
    id: string;
    currency: string;
    templates: {
      name: string;
      id: string;
      language: string;
      category: string;
      days?: Record<string, Day>;
      marketing?: Record<string, Day>;
    }[];
  }[];
  later: { to: string; at: string; days: Record<string, Record<string, Day>> };
  inputs: string[][];
  formulas: FormulaRow[];
}

export const TABLE = JSON.parse(readFileSync(path.join(__dirname, 'table.json'), 'utf8')) as Table;

const ZONE = 'America/Sao_Paulo';
const KINDS = { clicks: 'url_button', unique: 'unique_url_button', quick: 'quick_reply_button' };

function pointOf(templateId: string, day: string, { spent, ...numbers }: Day): RawPoint {
  const point: RawPoint = {
    template_id: templateId,
    start: startOfDay(day, ZONE),
    end: startOfDay(plusDays(day, 1), ZONE),
  };
  const clicked: object[] = [];
  for (const [name, value] of Object.entries(numbers)) {
    const type = KINDS[name as keyof typeof KINDS];
    if (!type) point[name] = value;
    else {
      for (const [label, count] of Object.entries(value as Record<string, number>)) {
        clicked.push({ type, button_content: label, count });
      }
    }
  }
  if (clicked.length > 0) point.clicked = clicked;
  if (spent !== undefined) point.cost = [{ type: 'amount_spent', value: spent }];
  return point;
}

const pointsOf = (id: string, days: Record<string, Day> = {}): Map<string, RawPoint> =>
  new Map(Object.entries(days).map(([day, numbers]) => [day, pointOf(id, day, numbers)]));

/** The ledger of the table, as Meta would tell it at its first sync. */
export function tableWorld(): World {
  const world = buildWorld({
    seed: 1,
    now: TABLE.synced.at,
    zones: [ZONE, ZONE],
    templates: 1,
    plainNames: true,
  });
  world.accounts = TABLE.accounts.map(({ templates, ...facts }, i) => ({
    ...(world.accounts[i] as JudgeAccount),
    ...facts,
    templates: templates.map(({ days, marketing, ...own }): JudgeTemplate => {
      const made = world.accounts[i]?.templates[0] as JudgeTemplate;
      const { content: _, marketing: __, ...rest } = made;
      return {
        ...rest,
        ...own,
        numericId: false,
        status: 'APPROVED',
        kind: 'none',
        points: pointsOf(own.id, days),
        ...(marketing ? { marketing: pointsOf(own.id, marketing) } : {}),
      };
    }),
  }));
  return world;
}

/** Moves the world on to the second sync of the table. */
export function moveOn(world: World): void {
  world.now = Date.parse(TABLE.later.at);
  for (const { templates } of world.accounts) {
    for (const template of templates) {
      const days = TABLE.later.days[template.id] ?? {};
      for (const [day, point] of pointsOf(template.id, days)) template.points.set(day, point);
    }
  }
}

/** Why an answer is not what the table says, or null. Money is compared to a millionth of a millionth. */
export function differs(expected: Expected, value: unknown, error: string): string | null {
  if (typeof expected === 'object' && !Array.isArray(expected)) {
    const missing = expected.error.filter((piece) => !error.includes(piece));
    return error !== '' && missing.length === 0 ? null : `"${error}" does not name ${missing}`;
  }
  if (error !== '') return error;
  const [wanted, given] = [expected, value].map((one) => (Array.isArray(one) ? one : [[one]]));
  const fits =
    wanted?.length === given?.length &&
    wanted?.every((line, row) =>
      line.every((cell: unknown, column: number) => same(cell, given?.[row]?.[column])),
    );
  return fits ? null : `${JSON.stringify(value)} instead of ${JSON.stringify(expected)}`;
}

function same(wanted: unknown, given: unknown): boolean {
  if (typeof wanted !== 'number' || typeof given !== 'number') return wanted === (given ?? '');
  return Math.abs(wanted - given) <= 1e-12 * Math.max(1, Math.abs(wanted));
}
