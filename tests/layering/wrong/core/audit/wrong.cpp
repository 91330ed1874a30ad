// SPDX-FileCopyrightText: The MTA-STS Studio authors
// SPDX-License-Identifier: Apache-2.0
//
// Not compiled: an arrow from judging to the network, which the layering test must notice.
#include "survey/network.h"
