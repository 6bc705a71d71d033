// Reads the texts out of sidebar.html when there is something to say; the script itself carries none.
import { type Carried, WORDS_CLOSE, WORDS_OPEN } from '../texts/carried';

let read: Carried | null = null;

/** All texts of the server. One service call, at most once in an execution. */
export function readWords(): Carried {
  if (!read) {
    const page = HtmlService.createHtmlOutputFromFile('sidebar').getContent();
    const start = page.indexOf(WORDS_OPEN) + WORDS_OPEN.length;
    read = JSON.parse(page.slice(start, page.indexOf(WORDS_CLOSE, start))) as Carried;
  }
  return read;
}
