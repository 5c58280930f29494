import { join } from 'node:path'

/**
 * The environment of a command. The product keeps its compiled modules from one start to the next, which saves a quarter of what a
 * start costs; Node writes them when the process ends, and looks at what each was made of. What is measured does not, and tests
 * keep theirs elsewhere.
 * @param {{ real?: boolean }} command @param {string} root @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export const environmentOf = (command, root, env) =>
  command.real ? { NODE_COMPILE_CACHE: join(root, '.build', 'compiled'), ...env } : env
