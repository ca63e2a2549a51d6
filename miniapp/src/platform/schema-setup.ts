import { z } from 'zod/mini';

// WeChat has no `new Function`: zod must not compile its parsers. First import of the app, before any schema.
z.config({ jitless: true });
