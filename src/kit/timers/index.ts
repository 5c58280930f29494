export { createTimerLoop, type TimerHandler, type TimerLoop } from './loop.ts'
export { cancelAll, cancelTimer, holdTimer, setTimer, setTimers, type Timer, timerDue, timerOf } from './timer.ts'
