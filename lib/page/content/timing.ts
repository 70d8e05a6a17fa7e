/** How long a page that is changing is waited for, in milliseconds, and why. */

/** Long enough for a page to fill what it has begun to fill. */
export const SETTLE_MS = 250;
/** A page that never rests is read all the same. */
export const RESTLESS_MS = 1_500;
/** Routers that change the text first change the address in the same turn, or when a transition ends. */
export const FOLLOWS_MS = 1_500;
/** Until then an address without new text may still announce one. A slower page is safe too: its old text is A's. */
export const SAME_AFTER_MS = 2_000;
/** Until then a page without a paper may still be a skeleton. */
export const NONE_AFTER_MS = 3_000;
/** No server is waited for longer than this. */
export const GIVE_UP_MS = 10_000;
