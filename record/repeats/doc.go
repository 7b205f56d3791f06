// Package repeats finds what outlets print of one another: articles that are
// nearly the same, and paragraphs that one article carries from another, with
// the earlier of the two where their days tell.
//
// Sign makes a small signature of an article from runs of three folded words;
// an Index of signatures finds the pairs without comparing all with all. The
// result depends on the articles alone, not on the machine or the run. Page
// furniture and titles do not count, so that two outlets' own headlines over
// one agency's text do not hide it.
//
// The package decides nothing: that two texts agree does not say who wrote them.
package repeats
