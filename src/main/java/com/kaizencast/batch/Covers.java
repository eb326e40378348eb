package com.kaizencast.batch;
