// Keeps a core busy for as long as whoever started it lives: its standard input is a pipe, which ends with them.
process.stdin.on('end', () => process.exit()).resume()
const sliceMs = 50
const spin = () => {
  const until = performance.now() + sliceMs
  while (performance.now() < until);
  setImmediate(spin)
}
spin()
