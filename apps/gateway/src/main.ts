import { createLogger, readSettings, runMain, serveUntilAsked } from '@millrace/chassis';
import { startGateway } from './gateway.js';
import { GatewaySettings } from './gateway-settings.js';

await runMain('gateway', async () => {
  const settings = readSettings(GatewaySettings);
  const logger = createLogger('gateway', settings.LOG_LEVEL);
  serveUntilAsked(await startGateway(settings, logger), logger);
});
