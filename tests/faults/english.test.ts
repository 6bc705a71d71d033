// Runs every fault file on the built workbench in English.
import { describeFaults } from './describe';

describeFaults('en_US');
