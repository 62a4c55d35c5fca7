'use strict';
// Takes the place of the native `@vscode/native-watchdog`, which ends an extension host whose parent has died.
// supervisor.mjs ends the whole group instead.
exports.start = () => {};
