// Package furniture knows the words that news pages put around an article:
// navigation, share and comment captions, «شاهد أيضا», house rules. They are data
// (furniture.tsv); the package only looks them up. What to do with a match is
// up to the caller: intake leaves such paragraphs of a page out, read/blocks
// marks such lines of a text.
package furniture
