// What a person sees when Remote Desktop does not work. The whole table of settings and every rule is sorted by it.

/** The article's four symptoms: 1 connections, 2 port and listener, 3 security and keep-alive, 4 licensing. */
export type Symptom = 1 | 2 | 3 | 4;
