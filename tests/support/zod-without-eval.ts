/**
 * Imported before any schema. A script that DevTools runs may compile code, but what it awaits may not: zod
 * would find out about the first and fall over the second.
 */
import { z } from 'zod';

z.config({ jitless: true });
