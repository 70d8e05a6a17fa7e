/**
 * The one way to the schema library. By default it tries whether code may be made from strings, for speed:
 * extension pages and the worker forbid that, so every start would cost a refused attempt, reported as a
 * violation of their policy. Configured here, before any schema is made.
 */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
