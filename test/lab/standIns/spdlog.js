'use strict';
// Takes the place of the native `@vscode/spdlog` in the editor server build, which is installed without compiling
// anything. Without it every output channel stays empty and every start prints pages about missing bindings.
// Appends synchronously and does not rotate: a test run writes little and reads it back at once.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  #file;
  #level = 0;
  #plain = false; // with formatters cleared the editor has already written its own line head

  constructor(_kind, _name, file) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, '');
  }

  #append(level, message) {
    if (level < this.#level) return;
    const stamp = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const text = this.#plain ? message : `${stamp} [${LEVELS[level]}] ${message}\n`;
    try {
      appendFileSync(this.#file, text);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error; // the data folder may be removed before the last line of a shutdown
    }
  }

  trace(message) {
    this.#append(0, message);
  }
  debug(message) {
    this.#append(1, message);
  }
  info(message) {
    this.#append(2, message);
  }
  warn(message) {
    this.#append(3, message);
  }
  error(message) {
    this.#append(4, message);
  }
  critical(message) {
    this.#append(5, message);
  }
  getLevel() {
    return this.#level;
  }
  setLevel(level) {
    this.#level = level;
  }
  setPattern() {
    this.#plain = false;
  }
  clearFormatters() {
    this.#plain = true;
  }
  flush() {}
  drop() {}
}

const createLogger = async (name, file) => new Logger('rotating', name, file);

// One assignment each: the editor imports this file as a module, and Node finds the names of a CommonJS file by reading
// such assignments.
exports.version = 1;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
