/**
 * Properties are tried with numbers that follow from the commit: the same commit always gives the same answer, and the next one
 * tries others. `PROPERTY_SEED=…` repeats a run, or makes one with numbers of its own.
 */
import { configureGlobal } from 'fast-check'

configureGlobal({ seed: Number(process.env.PROPERTY_SEED) })
