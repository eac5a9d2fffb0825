# SPDX-FileCopyrightText: 2026 The Werkzaam authors
# SPDX-License-Identifier: EUPL-1.2
#
# The numbers that our estimates must equal, by R: Rscript tests/parity/reference.R FOLDER
# Writes reference.json and, of data that only R packages have, a CSV file for the run at hand. Run by `make parity`.
suppressPackageStartupMessages({library(estimatr); library(clubSandwich); library(sandwich); library(coin); library(AER)})
folder <- commandArgs(TRUE)[1]
dir.create(folder, showWarnings = FALSE, recursive = TRUE)
numbers <- list()
keep <- function(name, value) {
  value <- as.numeric(value)
  stopifnot(length(value) == 1, is.finite(value))
  numbers[[name]] <<- value
}
keep_term <- function(name, model, term) {
  keep(paste0(name, "_effect"), coef(model)[[term]])
  keep(paste0(name, "_error"), model$std.error[[term]])
  keep(paste0(name, "_freedom"), model$df[[term]])
}
export <- function(frame, name) write.csv(frame, file.path(folder, name), row.names = FALSE)

# -- Invented people, the same in R and in Python: Lehmer's generator, exact in double precision --------------------------------
stream <- function(seed, n) {
  found <- numeric(n)
  for (i in seq_len(n)) { seed <- (16807 * seed) %% 2147483647; found[i] <- seed / 2147483647 }
  found
}
n <- 240
made <- data.frame(block = (seq_len(n) - 1) %/% 20, arm = (seq_len(n) - 1) %% 3)
made$one <- stream(11, n); made$two <- stream(12, n) ^ 2; made$weight <- 0.5 + stream(13, n)
made$y <- 3 * made$one + 0.7 * (made$arm == 1) * made$two + 0.4 * (made$arm == 2) + (1 + made$one) * stream(14, n) + made$block / 10
made$cluster <- floor(40 * stream(15, n) ^ 2)
made$first <- as.numeric(made$arm == 1); made$second <- as.numeric(made$arm == 2)
for (kind in c("HC0", "HC1", "HC2", "HC3")) {
  keep_term(paste0("made_", kind), lm_robust(y ~ first + second + one + two, made, se_type = kind), "first")
  keep_term(paste0("made_weighted_", kind), lm_robust(y ~ first + second + one + two, made, weights = weight, se_type = kind), "first")
  lin <- lm_lin(y ~ factor(arm), ~ one + two, made, se_type = kind)
  for (arm in 1:2) keep_term(paste0("made_lin_", kind, "_", arm), lin, paste0("factor(arm)", arm))
}
lin <- lm_lin(y ~ factor(arm), ~ one + two, made, weights = weight, se_type = "HC2")
for (arm in 1:2) keep_term(paste0("made_lin_weighted_", arm), lin, paste0("factor(arm)", arm))
lin <- lm_lin(y ~ factor(arm), ~ one + two, made, se_type = "HC2")
keep("made_lin_covariance", vcov(lin)["factor(arm)1", "factor(arm)2"])
duo <- subset(made, arm < 2)
keep_term("made_blocked", difference_in_means(y ~ arm, blocks = block, data = duo), "arm")
keep_term("made_unblocked", difference_in_means(y ~ arm, data = duo), "arm")
paired <- duo[order(duo$block, duo$arm), ]
paired <- do.call(rbind, lapply(split(paired, paired$block), function(b) b[c(1, which(b$arm == 1)[1]), ]))
keep_term("made_pairs", difference_in_means(y ~ arm, blocks = block, data = paired), "arm")
keep_term("made_cr2", lm_robust(y ~ first + one + two, duo, clusters = cluster, se_type = "CR2"), "first")
half <- transform(duo, nested = ifelse(arm == 1, cluster, 1000 + seq_len(nrow(duo)))) # The other arm without case managers.
keep_term("made_nested", lm_robust(y ~ first + one, half, clusters = nested, se_type = "CR2"), "first")
blocks <- lm(y ~ first + factor(block), duo)
test <- coef_test(blocks, vcov = "CR2", cluster = duo$block)
keep("made_fixed_error", test["first", "SE"]); keep("made_fixed_freedom", test["first", "df_Satt"])

# -- Project STAR: three arms, drawn within schools -------------------------------------------------------------------------------
data(STAR)
star <- subset(STAR, !is.na(stark) & !is.na(readk) & !is.na(mathk) & !is.na(schoolidk) & !is.na(lunchk) & !is.na(gender) & !is.na(experiencek))
star$y <- star$readk + star$mathk
star$arm <- relevel(factor(star$stark), "regular")
star$free <- as.numeric(star$lunchk == "free"); star$girl <- as.numeric(star$gender == "female")
keep("star_n", nrow(star))
lin <- lm_lin(y ~ arm, ~ free + girl, star, se_type = "HC2")
keep_term("star_lin_small", lin, "armsmall"); keep_term("star_lin_aide", lin, "armregular+aide")
pair <- subset(star, arm != "regular+aide"); pair$z <- as.numeric(pair$arm == "small")
pair <- pair[ave(pair$z, pair$schoolidk, FUN = function(v) min(sum(v), sum(1 - v))) >= 2, ]
keep("star_pair_n", nrow(pair))
keep_term("star_blocked", difference_in_means(y ~ z, blocks = schoolidk, data = pair), "z")
keep_term("star_fixed", lm_robust(y ~ z, fixed_effects = ~ schoolidk, data = pair, se_type = "HC2"), "z")
keep_term("star_cr2", lm_robust(y ~ z + free, clusters = schoolidk, data = pair, se_type = "CR2"), "z")
# Four schools, as many of both arms in each: then dealing along two slots is permuting within schools.
schools <- names(sort(tapply(pair$y, as.character(pair$schoolidk), length), decreasing = TRUE))[1:4]
equal <- do.call(rbind, lapply(sort(schools), function(school) {
  inside <- pair[as.character(pair$schoolidk) == school, ]
  least <- min(sum(inside$z), sum(1 - inside$z))
  rbind(head(inside[inside$z == 1, ], least), head(inside[inside$z == 0, ], least))
}))
equal$school <- factor(as.character(equal$schoolidk))
set.seed(1)
keep("star_equal_n", nrow(equal))
keep("star_equal_p", pvalue(independence_test(y ~ z | school, data = equal, distribution = approximate(nresample = 400000))))

# -- Many tests at once --------------------------------------------------------------------------------------------------------------
p <- c(.001, .008, .039, .041, .042, .06, .074, .205, .212, .216, .222, .251, .269, .275, .34, .341, .384, .569, .594, .696, .762, .94)
for (i in seq_along(p)) { keep(paste0("holm_", i), p.adjust(p, "holm")[i]); keep(paste0("discovery_", i), p.adjust(p, "BH")[i]) }

# -- Data that only R packages have: Lin's own example, and the Achievement Awards ------------------------------------------------
data(alo_star_men, package = "estimatr")
alo <- alo_star_men[!is.na(alo_star_men$GPA_year1), c("GPA_year1", "sfsp", "gpa0")]
export(alo, "alo.csv")
keep_term("alo_plain", lm_robust(GPA_year1 ~ sfsp, alo, se_type = "HC0"), "sfsp")
keep_term("alo_usual", lm_robust(GPA_year1 ~ sfsp + gpa0, alo, se_type = "HC0"), "sfsp")
keep_term("alo_lin", lm_lin(GPA_year1 ~ sfsp, ~ gpa0, alo, se_type = "HC0"), "sfsp")
keep_term("alo_lin_HC2", lm_lin(GPA_year1 ~ sfsp, ~ gpa0, alo, se_type = "HC2"), "sfsp")
data(AchievementAwardsRCT, package = "clubSandwich")
awards <- subset(as.data.frame(AchievementAwardsRCT), year == "2001")
export(awards[, c("school_id", "school_type", "treated", "sex", "Bagrut_status")], "awards.csv")
for (sex in c("Girl", "Boy")) {
  some <- awards[awards$sex == sex, ]
  test <- coef_test(lm(Bagrut_status ~ treated + school_type, some), vcov = "CR2", cluster = some$school_id)
  keep(paste0("awards_", sex, "_effect"), test["treated", "beta"])
  keep(paste0("awards_", sex, "_error"), test["treated", "SE"])
  keep(paste0("awards_", sex, "_freedom"), test["treated", "df_Satt"])
}

versions <- sapply(c("estimatr", "clubSandwich", "sandwich", "coin", "AER"), function(name) as.character(packageVersion(name)))
found <- list(made_by = c(list(R = as.character(getRversion())), as.list(versions)), numbers = numbers)
writeLines(jsonlite::toJSON(found, auto_unbox = TRUE, digits = NA, pretty = 2), file.path(folder, "reference.json"))
cat(length(numbers), "numbers\n")
