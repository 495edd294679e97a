// Does nothing but look whether it is woken in time, for the bench.
import { measureServer } from './measured-server.ts';

measureServer('', async () => {});
