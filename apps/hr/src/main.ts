import { runService } from '@millrace/chassis';
import { definition } from './definition.js';

await runService(definition);
