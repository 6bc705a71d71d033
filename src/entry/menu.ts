// What Google calls by name besides formulas: menu, sidebar, and the one door of the sidebar.
import { languageOf, OPEN_SIDEBAR, TITLE } from '../texts/language';
import { answerCall, prepare, updateByTrigger } from './answer-call';

/** Adds the menu. Runs without full authorization, so it only adds items. */
export function onOpen() {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem(OPEN_SIDEBAR[languageOf(Session.getActiveUserLocale())], 'openSidebar')
    .addToUi();
}

/** Runs once after installing. */
export function onInstall() {
  onOpen();
}

/** Shows the sidebar, and makes the two named cells if this is the first time. */
export function openSidebar() {
  prepare();
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(TITLE);
  SpreadsheetApp.getUi().showSidebar(page);
}

/** What the hourly trigger of the daily update calls. */
export function runSchedule() {
  updateByTrigger();
}

/** The only function the sidebar calls. */
export function rpc(name: unknown, payload: unknown) {
  return answerCall(name, payload);
}
