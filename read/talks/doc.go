// Package talks is the stage that reads what becomes of talks: meetings of
// every kind with process, ordinal, course, place, dates and who came; the
// undertakings of the sides and what is said of keeping them; demands and
// their answers; ceasefires and other arrangements of de-escalation.
//
// A meeting is found by a noun (جولة، اجتماع، زيارة) or a verb (التقى، زار) and what
// stands around it; mentions of one meeting in title, lead and body come together.
// A known process is found by the aliases and cues of the lexicon, unknown talks
// get a key from their own words. Commitments and demands are taken from the
// statements read before and from agreements told as deeds. Nothing is decided:
// a breach is alleged by somebody, and stays alleged.
package talks
