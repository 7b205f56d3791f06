// Package figures finds the counts in an article that matter to a conflict or
// to talks: the dead and the displaced, prisoners, fighters, delegates, states,
// zones, aircraft, aid and money, each with its range, what it counts, whom it
// concerns, the place and who gives it.
//
// Numbers stand in digits or words, exact, as a range («ما بين 270 ألفا و330 ألف»),
// with a bound («أكثر من», «لا يتجاوز»), or vague («عشرات الآلاف» is 20,000 to
// 99,999, «مئات» 200 to 999). A dual is a count where it can be nothing else and
// something befalls the two. Approximation («نحو») changes no value.
//
// Dates, spans of time, distances, ages, numbers of resolutions and units,
// ordinals, scores and telephone numbers are no figures.
package figures
