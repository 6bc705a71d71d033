// The one hourly trigger an add-on may have for a person in a file.
import type { Triggers } from '../app/ports';

/** The public function the trigger calls (src/entry/menu.ts). */
const HANDLER = 'runSchedule';

const own = (): GoogleAppsScript.Script.Trigger[] =>
  ScriptApp.getUserTriggers(SpreadsheetApp.getActiveSpreadsheet()).filter(
    (trigger) => trigger.getHandlerFunction() === HANDLER,
  );

function isAuthorized(): boolean {
  const status = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus();
  return status !== ScriptApp.AuthorizationStatus.REQUIRED;
}

export const triggers: Triggers = {
  // Without authorization Google does not tell; it is not known to be gone.
  exists: () => !isAuthorized() || own().length > 0,
  create() {
    const [first, ...more] = own();
    for (const trigger of more) ScriptApp.deleteTrigger(trigger);
    // Google allows one clock trigger a person and file, once an hour at most.
    if (!first) ScriptApp.newTrigger(HANDLER).timeBased().everyHours(1).create();
  },
  remove() {
    for (const trigger of own()) ScriptApp.deleteTrigger(trigger);
  },
  authorized: isAuthorized,
};
