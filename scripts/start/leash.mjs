// Loaded before the bot and before the sandbox: when what started them is gone without a word (killed hard), they end
// too, and keep neither ports nor the data folder.
const launcher = process.ppid
setInterval(() => {
  if (process.ppid !== launcher) process.kill(process.pid, 'SIGTERM')
}, 500).unref()
