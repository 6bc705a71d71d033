// The page's calls to its server.
import type {
  ComputedCell,
  EditRequest,
  FormulaArg,
  FunctionHelp,
  HostEvent,
  MenuItem,
  RunAnswer,
  WorkbookSnapshot,
} from '../host/api';
import type { DressedCells } from './looks';

export type PageEvent =
  | Exclude<HostEvent, { kind: 'sidebar' }>
  | { kind: 'sidebar'; title: string; version: number };
export interface EventBatch {
  sequence: number;
  /** The workbook's revision after the events. */
  revision: number;
  events: PageEvent[];
}
export interface PageInfo {
  documentName: string;
  menu: MenuItem[];
  functions: FunctionHelp[];
  sampleToken: string | null;
  sidebarOrigin: string;
  sidebar: { title: string; version: number } | null;
}
export interface TypedCell {
  row: number;
  column: number;
  value: string | number | boolean | null;
}

/** A column, counted from 1, and its width in pixels. */
export interface ColumnWidth {
  column: number;
  width: number;
}

async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok)
    throw new Error(answer?.error?.message ?? `The server answered ${response.status}.`);
  return answer as T;
}

export const client = {
  info: () => request<PageInfo>('GET', '/api/page/info'),
  snapshot: () =>
    request<{ sequence: number; workbook: WorkbookSnapshot }>('GET', '/api/page/snapshot'),
  run: (name: string) => request<RunAnswer>('POST', '/api/run', { function: name, args: [] }),
  formula: (name: string, args: FormulaArg[]) =>
    request<RunAnswer>('POST', '/api/formula', { function: name, args }),
  type: (sheet: string, cells: TypedCell[]) =>
    request<unknown>('POST', '/api/page/type', { sheet, cells }),
  dress: (sheet: string, looks: DressedCells[]) =>
    request<unknown>('POST', '/api/page/looks', { sheet, looks }),
  widen: (sheet: string, columns: ColumnWidth[]) =>
    request<unknown>('POST', '/api/page/widths', { sheet, columns }),
  /**
   * Changes lines or tabs; answers the number of the last batch of events that belongs to it.
   * @throws the host's sentence when it does not take the edit
   */
  async edit(edit: EditRequest): Promise<number> {
    const answer = await request<{ sequence: number } | { refused: string }>(
      'POST',
      '/api/page/edit',
      edit,
    );
    if ('refused' in answer) throw new Error(answer.refused);
    return answer.sequence;
  },
  results: (revision: number, cells: ComputedCell[]) =>
    request<unknown>('POST', '/api/page/results', { revision, cells }),
  listen(onBatch: (batch: EventBatch) => void, onOpen: () => void, onLost: () => void): void {
    const source = new EventSource('/api/page/events');
    source.onopen = onOpen;
    source.onerror = onLost;
    source.onmessage = (message) => onBatch(JSON.parse(message.data) as EventBatch);
  },
};
