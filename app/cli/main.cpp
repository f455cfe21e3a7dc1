// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include <clocale>

int main(int argc, char** argv)
{
    std::setlocale(LC_ALL, "C"); // results never depend on the machine's locale
    return antecedent::cli::run(std::vector<std::string>(argv + 1, argv + argc), stdout, stderr);
}
