// Package eval measures readings against what people have marked: gold records
// and corpora of tagged names. It also measures how far several coders agree.
//
// A gold record is one JSON file an article (GoldRecord, ParseGold, LoadGold);
// CheckGold holds it against its article. A Scorer compares a reading, or
// another coder's record, with a gold record layer by layer and gives a Tally;
// Tallies add up over articles. Compare sets coders side by side; Kappa and
// Alpha are the coefficients by themselves. Gold turns a reading into a record.
//
// The package changes nothing, reads no article by itself and prints only what
// it is asked for.
package eval
