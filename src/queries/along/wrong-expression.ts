import { WrongQuestion } from '../wrong-question.ts'

/** An expression that cannot be read, and the place in it where that shows. */
export class WrongExpression extends WrongQuestion {
  readonly expression: string
  /** Half-open range of characters. */
  readonly start: number
  readonly end: number

  constructor(message: string, expression: string, start: number, end: number) {
    super(message)
    this.expression = expression
    this.start = start
    this.end = end
  }
}
