// An empty module: what core gets when it asks for the editor or for ssh2 (see tsconfig.json).
export {};
