/** Imported first by the background and by every worker: nothing that comes after it can make a request. */
import { closeRequests } from '../../lib/browser/no-requests';

// In development the framework's own code speaks with its server.
if (import.meta.env.COMMAND === 'build') closeRequests();
