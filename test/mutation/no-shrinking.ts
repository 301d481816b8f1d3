import fc from 'fast-check'

// That a mutant fails is enough; the smallest input on which it does takes time to find.
fc.configureGlobal({ endOnFailure: true })
