// Package incidents reads the deeds that an article tells: attacks, captures,
// arrests, meetings, agreements, aid, sanctions, withdrawals, protests, in the
// types and modes of PLOVER, with who did what to whom, where and when.
//
// A deed is told by a finite verb («قصفت طائرات القرية»), by a light verb with its
// noun («شنت هجوما على»), or by an event noun («غارة على القرية»، «مقتل جنديين»). Each deed
// stands once however often the article tells it; every place that tells it is
// evidence. What is only announced, feared, demanded, denied or imagined is no
// incident, and Find leaves it out.
//
// The words are entries of the lexicon (deeds.tsv, scene.tsv), and so is the
// projection on CAMEO (cameo.tsv). Meetings as meetings, ceasefires and commitments are
// read by package talks.
package incidents
