/** Maps and lists within each other. To compose a tree recurses, and a stack that ends may end the whole process. */
export const deepest = 32

/** Keys of one map: nobody reviews more, and no other tool is sure to read them in good time. */
export const mostKeys = 2000

/** Keys, values, lists and maps of one file; no file of up to this many characters has more. */
export const mostValues = 200_000

/** Who sees so many mistakes of one file mends these first. */
export const mostPerFile = 20
