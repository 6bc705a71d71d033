// The way to the heavy half (zod, date-fns, sync): evaluated on first call only, so a formula never pays for it.
import type * as Heavy from './heavy';

/** Defined by the build around the heavy bundle. */
declare function loadHeavy_(): typeof Heavy;

export const heavy_ = (): typeof Heavy => loadHeavy_();
