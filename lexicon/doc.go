// Package lexicon is the words of the domain: states, places, persons with
// dated roles, organisations, offices, processes, verbs of speech with their
// frames, deeds, units, given names and common words. They are data files
// (data/README.md gives their form) embedded in the binary and overlaid with
// the files of a user's folder.
//
// Load compiles them into one vocabulary of inflected forms and one trie of
// phrases; Tag looks an article's tokens up in it. The package decides nothing
// about an article: that two entries share a name is for package read.
package lexicon
