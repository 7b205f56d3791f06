// Package names is the stage that finds persons, organisations and places with
// their own extents and links those of one article to actors.
//
// A name is found by the lexicon, by a title before it, by a verb of speech, by
// its shape (عبد الـ…, أبو …, بن, a given name and what follows), by the noun it
// is built on (حركة X, مطار X), or because the article names it elsewhere. The
// lexicon helps and is never a condition. The extent is the name alone: no title, no nation's
// adjective, no attached و ف ب ل ك.
//
// It does not resolve offices («الوزير») to persons: it records the offices that an
// article gives a person in fact.Actor.Offices, for the stages that do.
package names
