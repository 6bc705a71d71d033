// Runs every fault file on the built workbench in Brazilian Portuguese.
import { describeFaults } from './describe';

describeFaults('pt_BR');
