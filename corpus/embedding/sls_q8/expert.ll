source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

%struct.Sums.0 = type { [1 x <4 x float>], float }
%struct.Row.1 = type { [1 x i32], float, float }
%struct.Sums = type { [2 x <4 x float>], float }
%struct.Row = type { [2 x i32], float, float }

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @sls_q8(ptr noalias noundef %table, ptr noalias noundef %index, ptr noalias noundef %start, ptr noalias noundef %out, i32 noundef %dim) #0 {
entry:
  %sums.i13 = alloca %struct.Sums.0, align 16
  %row.i15 = alloca [5 x %struct.Row.1], align 4
  %ref.tmp47.i19 = alloca %struct.Row.1, align 4
  %sums.i = alloca %struct.Sums, align 16
  %row.i = alloca [5 x %struct.Row], align 4
  %ref.tmp47.i = alloca %struct.Row, align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %start, i64 %idxprom
  %1 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %add = add nsw i32 %0, 1
  %idxprom1 = sext i32 %add to i64
  %arrayidx2 = getelementptr inbounds i32, ptr %start, i64 %idxprom1
  %2 = load i32, ptr %arrayidx2, align 4, !tbaa !3
  %conv3 = sext i32 %dim to i64
  %mul = mul nsw i64 %idxprom, %conv3
  %add.ptr = getelementptr inbounds float, ptr %out, i64 %mul
  %rem = srem i32 %dim, 8
  %cmp = icmp eq i32 %rem, 0
  br i1 %cmp, label %if.then, label %if.else

if.then:                                          ; preds = %entry
  %div = sdiv i32 %dim, 4
  %div.i = sdiv i32 %div, 2
  br label %while.cond.i

while.cond.i:                                     ; preds = %while.body.i, %if.then
  %lanes.i.0 = phi i32 [ 1, %if.then ], [ %mul.i, %while.body.i ]
  %cmp.i = icmp slt i32 %lanes.i.0, %div.i
  %cmp1.i = icmp slt i32 %lanes.i.0, 32
  %spec.select = select i1 %cmp.i, i1 %cmp1.i, i1 false
  br i1 %spec.select, label %while.body.i, label %while.end.i

while.body.i:                                     ; preds = %while.cond.i
  %mul.i = mul nsw i32 %lanes.i.0, 2
  br label %while.cond.i, !llvm.loop !7

while.end.i:                                      ; preds = %while.cond.i
  %div2.i = sdiv i32 32, %lanes.i.0
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %div3.i = udiv i32 %3, %lanes.i.0
  %add.i = add i32 %1, %div3.i
  %rem.i = urem i32 %3, %lanes.i.0
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.cond.cleanup61.i, %while.end.i
  %piece.i.0 = phi i32 [ %rem.i, %while.end.i ], [ %add93.i, %for.cond.cleanup61.i ]
  %add5.i = add nsw i32 %div.i, %lanes.i.0
  %sub.i = sub nsw i32 %add5.i, 1
  %sub6.i = sub nsw i32 %div.i, 1
  %rem7.i = srem i32 %sub6.i, %lanes.i.0
  %sub8.i = sub nsw i32 %sub.i, %rem7.i
  %cmp9.i = icmp slt i32 %piece.i.0, %sub8.i
  br i1 %cmp9.i, label %for.body.i, label %if.end

for.body.i:                                       ; preds = %for.cond.i
  %cmp.i134 = icmp slt i32 %piece.i.0, %sub6.i
  %piece.i.0.sub6.i = select i1 %cmp.i134, i32 %piece.i.0, i32 %sub6.i
  %mul12.i = mul nsw i32 %piece.i.0.sub6.i, 2
  call void @llvm.lifetime.start.p0(ptr %sums.i) #6
  call void @llvm.memset.p0.i64(ptr align 16 %sums.i, i8 0, i64 48, i1 false)
  br label %for.cond13.i

for.cond13.i:                                     ; preds = %for.cond.cleanup33.i, %for.body.i
  %i.i.0 = phi i32 [ %add.i, %for.body.i ], [ %add42.i, %for.cond.cleanup33.i ]
  %mul14.i = mul nsw i32 4, %div2.i
  %add15.i = add nsw i32 %i.i.0, %mul14.i
  %cmp16.i = icmp slt i32 %add15.i, %2
  br i1 %cmp16.i, label %for.body17.i, label %for.cond44.i

for.body17.i:                                     ; preds = %for.cond13.i
  call void @llvm.lifetime.start.p0(ptr %row.i) #6
  br label %for.cond18.i

for.cond18.i:                                     ; preds = %for.body21.i, %for.body17.i
  %r.i.0 = phi i32 [ 0, %for.body17.i ], [ %inc.i, %for.body21.i ]
  %cmp19.i = icmp slt i32 %r.i.0, 5
  br i1 %cmp19.i, label %for.body21.i, label %for.cond31.i

for.body21.i:                                     ; preds = %for.cond18.i
  %mul22.i = mul nsw i32 %r.i.0, %div2.i
  %add23.i = add nsw i32 %i.i.0, %mul22.i
  %idxprom.i = sext i32 %add23.i to i64
  %arrayidx.i = getelementptr inbounds i32, ptr %index, i64 %idxprom.i
  %4 = load i32, ptr %arrayidx.i, align 4, !tbaa !3
  %conv.i = sext i32 %4 to i64
  %add24.i = add nsw i32 %div, 2
  %conv25.i = sext i32 %add24.i to i64
  %mul26.i = mul nsw i64 %conv.i, %conv25.i
  %add.ptr.i = getelementptr inbounds i32, ptr %table, i64 %mul26.i
  %idx.ext.i = sext i32 %mul12.i to i64
  %add.ptr.i141 = getelementptr inbounds i32, ptr %add.ptr.i, i64 %idx.ext.i
  %5 = load <2 x i32>, ptr %add.ptr.i141, align 8, !tbaa !9
  %idx.ext1.i = sext i32 %div to i64
  %add.ptr2.i = getelementptr inbounds i32, ptr %add.ptr.i, i64 %idx.ext1.i
  %6 = load <2 x float>, ptr %add.ptr2.i, align 8, !tbaa !9
  %7 = extractelement <2 x i32> %5, i64 0
  %8 = extractelement <2 x i32> %5, i64 1
  %9 = extractelement <2 x float> %6, i64 0
  %10 = extractelement <2 x float> %6, i64 1
  %.fca.0.0.insert = insertvalue %struct.Row poison, i32 %7, 0, 0
  %.fca.0.1.insert = insertvalue %struct.Row %.fca.0.0.insert, i32 %8, 0, 1
  %.fca.1.insert = insertvalue %struct.Row %.fca.0.1.insert, float %9, 1
  %.fca.2.insert = insertvalue %struct.Row %.fca.1.insert, float %10, 2
  %11 = extractvalue %struct.Row %.fca.2.insert, 0
  %.fca.0.extract350 = extractvalue [2 x i32] %11, 0
  %.fca.1.extract352 = extractvalue [2 x i32] %11, 1
  %idxprom28.i = sext i32 %r.i.0 to i64
  %arrayidx29.i = getelementptr inbounds [5 x %struct.Row], ptr %row.i, i64 0, i64 %idxprom28.i
  store i32 %.fca.0.extract350, ptr %arrayidx29.i, align 4
  %ref.tmp.i.sroa.4.0.arrayidx29.i.sroa_idx = getelementptr inbounds i8, ptr %arrayidx29.i, i64 4
  store i32 %.fca.1.extract352, ptr %ref.tmp.i.sroa.4.0.arrayidx29.i.sroa_idx, align 4, !tbaa !9
  %ref.tmp.i.sroa.5.0.arrayidx29.i.sroa_idx = getelementptr inbounds i8, ptr %arrayidx29.i, i64 8
  store float %9, ptr %ref.tmp.i.sroa.5.0.arrayidx29.i.sroa_idx, align 4, !tbaa !10
  %ref.tmp.i.sroa.6.0.arrayidx29.i.sroa_idx = getelementptr inbounds i8, ptr %arrayidx29.i, i64 12
  store float %10, ptr %ref.tmp.i.sroa.6.0.arrayidx29.i.sroa_idx, align 4, !tbaa !10
  %inc.i = add nsw i32 %r.i.0, 1
  br label %for.cond18.i, !llvm.loop !12

for.cond31.i:                                     ; preds = %for.cond18.i, %_ZL3addILi2EEvR4SumsIXT_EERK3RowIXT_EE.exit
  %r30.i.0 = phi i32 [ %inc38.i, %_ZL3addILi2EEvR4SumsIXT_EERK3RowIXT_EE.exit ], [ 0, %for.cond18.i ]
  %cmp32.i = icmp slt i32 %r30.i.0, 5
  br i1 %cmp32.i, label %for.body34.i, label %for.cond.cleanup33.i

for.cond.cleanup33.i:                             ; preds = %for.cond31.i
  call void @llvm.lifetime.end.p0(ptr %row.i) #6
  %mul41.i = mul nsw i32 5, %div2.i
  %add42.i = add nsw i32 %i.i.0, %mul41.i
  br label %for.cond13.i, !llvm.loop !14

for.body34.i:                                     ; preds = %for.cond31.i
  %idxprom35.i = sext i32 %r30.i.0 to i64
  %arrayidx36.i = getelementptr inbounds [5 x %struct.Row], ptr %row.i, i64 0, i64 %idxprom35.i
  br label %for.cond.i161

for.cond.i161:                                    ; preds = %for.cond.cleanup3.i, %for.body34.i
  %w.i158.0 = phi i32 [ 0, %for.body34.i ], [ %inc12.i, %for.cond.cleanup3.i ]
  %cmp.i162 = icmp slt i32 %w.i158.0, 2
  br i1 %cmp.i162, label %for.cond1.i, label %_ZL3addILi2EEvR4SumsIXT_EERK3RowIXT_EE.exit

for.cond1.i:                                      ; preds = %for.cond.i161, %for.body4.i
  %at.i160.0 = phi i32 [ %inc.i171, %for.body4.i ], [ 0, %for.cond.i161 ]
  %cmp2.i = icmp slt i32 %at.i160.0, 4
  br i1 %cmp2.i, label %for.body4.i, label %for.cond.cleanup3.i

for.cond.cleanup3.i:                              ; preds = %for.cond1.i
  %inc12.i = add nsw i32 %w.i158.0, 1
  br label %for.cond.i161, !llvm.loop !16

for.body4.i:                                      ; preds = %for.cond1.i
  %idxprom.i166 = sext i32 %w.i158.0 to i64
  %arrayidx.i167 = getelementptr inbounds [2 x i32], ptr %arrayidx36.i, i64 0, i64 %idxprom.i166
  %12 = load i32, ptr %arrayidx.i167, align 4, !tbaa !3
  %add.i227 = add nsw i32 30016, %at.i160.0
  %13 = call i32 @llvm.nvvm.prmt(i32 %12, i32 1258291200, i32 %add.i227)
  %14 = bitcast i32 %13 to float
  %sub.i228 = fsub contract float %14, 0x4160001000000000
  %scale.i168 = getelementptr inbounds nuw %struct.Row, ptr %arrayidx36.i, i32 0, i32 1
  %15 = load float, ptr %scale.i168, align 4, !tbaa !17
  %arrayidx6.i = getelementptr inbounds [2 x <4 x float>], ptr %sums.i, i64 0, i64 %idxprom.i166
  %16 = load <4 x float>, ptr %arrayidx6.i, align 16, !tbaa !9
  %vecext.i169 = extractelement <4 x float> %16, i32 %at.i160.0
  %17 = call contract noundef float @llvm.fma.f32(float %sub.i228, float %15, float %vecext.i169)
  %vecins.i170 = insertelement <4 x float> %16, float %17, i32 %at.i160.0
  store <4 x float> %vecins.i170, ptr %arrayidx6.i, align 16
  %inc.i171 = add nsw i32 %at.i160.0, 1
  br label %for.cond1.i, !llvm.loop !19

_ZL3addILi2EEvR4SumsIXT_EERK3RowIXT_EE.exit:      ; preds = %for.cond.i161
  %scale14.i = getelementptr inbounds nuw %struct.Row, ptr %arrayidx36.i, i32 0, i32 1
  %18 = load float, ptr %scale14.i, align 4, !tbaa !17
  %bias.i163 = getelementptr inbounds nuw %struct.Row, ptr %arrayidx36.i, i32 0, i32 2
  %19 = load float, ptr %bias.i163, align 4, !tbaa !20
  %20 = call contract noundef float @llvm.fma.f32(float 1.280000e+02, float %18, float %19)
  %bias16.i = getelementptr inbounds nuw %struct.Sums, ptr %sums.i, i32 0, i32 1
  %21 = load float, ptr %bias16.i, align 16, !tbaa !21
  %add.i164 = fadd contract float %21, %20
  store float %add.i164, ptr %bias16.i, align 16, !tbaa !21
  %inc38.i = add nsw i32 %r30.i.0, 1
  br label %for.cond31.i, !llvm.loop !23

for.cond44.i:                                     ; preds = %for.cond13.i, %_ZL3addILi2EEvR4SumsIXT_EERK3RowIXT_EE.exit202
  %i.i.1 = phi i32 [ %add57.i, %_ZL3addILi2EEvR4SumsIXT_EERK3RowIXT_EE.exit202 ], [ %i.i.0, %for.cond13.i ]
  %cmp45.i = icmp slt i32 %i.i.1, %2
  br i1 %cmp45.i, label %for.body46.i, label %for.cond59.i

for.body46.i:                                     ; preds = %for.cond44.i
  call void @llvm.lifetime.start.p0(ptr %ref.tmp47.i) #6
  %idxprom48.i = sext i32 %i.i.1 to i64
  %arrayidx49.i = getelementptr inbounds i32, ptr %index, i64 %idxprom48.i
  %22 = load i32, ptr %arrayidx49.i, align 4, !tbaa !3
  %conv50.i = sext i32 %22 to i64
  %add51.i = add nsw i32 %div, 2
  %conv52.i = sext i32 %add51.i to i64
  %mul53.i = mul nsw i64 %conv50.i, %conv52.i
  %add.ptr54.i = getelementptr inbounds i32, ptr %table, i64 %mul53.i
  %idx.ext.i150 = sext i32 %mul12.i to i64
  %add.ptr.i151 = getelementptr inbounds i32, ptr %add.ptr54.i, i64 %idx.ext.i150
  %23 = load <2 x i32>, ptr %add.ptr.i151, align 8, !tbaa !9
  %idx.ext1.i152 = sext i32 %div to i64
  %add.ptr2.i153 = getelementptr inbounds i32, ptr %add.ptr54.i, i64 %idx.ext1.i152
  %24 = load <2 x float>, ptr %add.ptr2.i153, align 8, !tbaa !9
  %25 = extractelement <2 x i32> %23, i64 0
  %26 = extractelement <2 x i32> %23, i64 1
  %27 = extractelement <2 x float> %24, i64 0
  %28 = extractelement <2 x float> %24, i64 1
  %.fca.0.0.insert458 = insertvalue %struct.Row poison, i32 %25, 0, 0
  %.fca.0.1.insert459 = insertvalue %struct.Row %.fca.0.0.insert458, i32 %26, 0, 1
  %.fca.1.insert461 = insertvalue %struct.Row %.fca.0.1.insert459, float %27, 1
  %.fca.2.insert462 = insertvalue %struct.Row %.fca.1.insert461, float %28, 2
  %29 = extractvalue %struct.Row %.fca.2.insert462, 0
  %.fca.0.extract = extractvalue [2 x i32] %29, 0
  store i32 %.fca.0.extract, ptr %ref.tmp47.i, align 4
  %.fca.1.extract = extractvalue [2 x i32] %29, 1
  %.fca.1.gep = getelementptr inbounds [2 x i32], ptr %ref.tmp47.i, i32 0, i32 1
  store i32 %.fca.1.extract, ptr %.fca.1.gep, align 4
  %30 = getelementptr inbounds nuw %struct.Row, ptr %ref.tmp47.i, i32 0, i32 1
  store float %27, ptr %30, align 4
  %31 = getelementptr inbounds nuw %struct.Row, ptr %ref.tmp47.i, i32 0, i32 2
  store float %28, ptr %31, align 4
  br label %for.cond.i177

for.cond.i177:                                    ; preds = %for.cond.cleanup3.i187, %for.body46.i
  %w.i174.0 = phi i32 [ 0, %for.body46.i ], [ %inc12.i188, %for.cond.cleanup3.i187 ]
  %cmp.i178 = icmp slt i32 %w.i174.0, 2
  br i1 %cmp.i178, label %for.cond1.i185, label %_ZL3addILi2EEvR4SumsIXT_EERK3RowIXT_EE.exit202

for.cond1.i185:                                   ; preds = %for.cond.i177, %for.body4.i189
  %at.i176.0 = phi i32 [ %inc.i201, %for.body4.i189 ], [ 0, %for.cond.i177 ]
  %cmp2.i186 = icmp slt i32 %at.i176.0, 4
  br i1 %cmp2.i186, label %for.body4.i189, label %for.cond.cleanup3.i187

for.cond.cleanup3.i187:                           ; preds = %for.cond1.i185
  %inc12.i188 = add nsw i32 %w.i174.0, 1
  br label %for.cond.i177, !llvm.loop !16

for.body4.i189:                                   ; preds = %for.cond1.i185
  %idxprom.i190 = sext i32 %w.i174.0 to i64
  %arrayidx.i191 = getelementptr inbounds [2 x i32], ptr %ref.tmp47.i, i64 0, i64 %idxprom.i190
  %32 = load i32, ptr %arrayidx.i191, align 4, !tbaa !3
  %add.i222 = add nsw i32 30016, %at.i176.0
  %33 = call i32 @llvm.nvvm.prmt(i32 %32, i32 1258291200, i32 %add.i222)
  %34 = bitcast i32 %33 to float
  %sub.i223 = fsub contract float %34, 0x4160001000000000
  %arrayidx6.i195 = getelementptr inbounds [2 x <4 x float>], ptr %sums.i, i64 0, i64 %idxprom.i190
  %35 = load <4 x float>, ptr %arrayidx6.i195, align 16, !tbaa !9
  %vecext.i196 = extractelement <4 x float> %35, i32 %at.i176.0
  %36 = call contract noundef float @llvm.fma.f32(float %sub.i223, float %27, float %vecext.i196)
  %vecins.i200 = insertelement <4 x float> %35, float %36, i32 %at.i176.0
  store <4 x float> %vecins.i200, ptr %arrayidx6.i195, align 16
  %inc.i201 = add nsw i32 %at.i176.0, 1
  br label %for.cond1.i185, !llvm.loop !19

_ZL3addILi2EEvR4SumsIXT_EERK3RowIXT_EE.exit202:   ; preds = %for.cond.i177
  %37 = call contract noundef float @llvm.fma.f32(float 1.280000e+02, float %27, float %28)
  %bias16.i182 = getelementptr inbounds nuw %struct.Sums, ptr %sums.i, i32 0, i32 1
  %38 = load float, ptr %bias16.i182, align 16, !tbaa !21
  %add.i183 = fadd contract float %38, %37
  store float %add.i183, ptr %bias16.i182, align 16, !tbaa !21
  call void @llvm.lifetime.end.p0(ptr %ref.tmp47.i) #6
  %add57.i = add nsw i32 %i.i.1, %div2.i
  br label %for.cond44.i, !llvm.loop !24

for.cond59.i:                                     ; preds = %for.cond44.i, %if.end.i
  %w.i.0 = phi i32 [ %inc90.i, %if.end.i ], [ 0, %for.cond44.i ]
  %cmp60.i = icmp slt i32 %w.i.0, 2
  br i1 %cmp60.i, label %for.body62.i, label %for.cond.cleanup61.i

for.cond.cleanup61.i:                             ; preds = %for.cond59.i
  call void @llvm.lifetime.end.p0(ptr %sums.i) #6
  %add93.i = add nsw i32 %piece.i.0, %lanes.i.0
  br label %for.cond.i, !llvm.loop !25

for.body62.i:                                     ; preds = %for.cond59.i
  %idxprom63.i = sext i32 %w.i.0 to i64
  %arrayidx64.i = getelementptr inbounds [2 x <4 x float>], ptr %sums.i, i64 0, i64 %idxprom63.i
  %39 = load <4 x float>, ptr %arrayidx64.i, align 16, !tbaa !9
  %bias.i = getelementptr inbounds nuw %struct.Sums, ptr %sums.i, i32 0, i32 1
  %40 = load float, ptr %bias.i, align 16, !tbaa !21
  %splat.splatinsert.i = insertelement <4 x float> poison, float %40, i64 0
  %splat.splat.i = shufflevector <4 x float> %splat.splatinsert.i, <4 x float> poison, <4 x i32> zeroinitializer
  %add65.i = fadd contract <4 x float> %39, %splat.splat.i
  br label %for.cond66.i

for.cond66.i:                                     ; preds = %for.cond.cleanup72.i, %for.body62.i
  %sum.i.0 = phi <4 x float> [ %add65.i, %for.body62.i ], [ %sum.i.1, %for.cond.cleanup72.i ]
  %away.i.0 = phi i32 [ %lanes.i.0, %for.body62.i ], [ %mul81.i, %for.cond.cleanup72.i ]
  %cmp67.i = icmp slt i32 %away.i.0, 32
  br i1 %cmp67.i, label %for.cond70.i, label %for.cond.cleanup68.i

for.cond.cleanup68.i:                             ; preds = %for.cond66.i
  %cmp84.i = icmp ult i32 %3, %lanes.i.0
  %cmp85.i = icmp slt i32 %piece.i.0, %div.i
  %or.cond = and i1 %cmp84.i, %cmp85.i
  br i1 %or.cond, label %if.then.i, label %if.end.i

for.cond70.i:                                     ; preds = %for.cond66.i, %for.body73.i
  %sum.i.1 = phi <4 x float> [ %vecins.i, %for.body73.i ], [ %sum.i.0, %for.cond66.i ]
  %c.i.0 = phi i32 [ %inc78.i, %for.body73.i ], [ 0, %for.cond66.i ]
  %cmp71.i = icmp slt i32 %c.i.0, 4
  br i1 %cmp71.i, label %for.body73.i, label %for.cond.cleanup72.i

for.cond.cleanup72.i:                             ; preds = %for.cond70.i
  %mul81.i = mul nsw i32 %away.i.0, 2
  br label %for.cond66.i, !llvm.loop !26

for.body73.i:                                     ; preds = %for.cond70.i
  %vecext.i = extractelement <4 x float> %sum.i.1, i32 %c.i.0
  %41 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %vecext.i, i32 %away.i.0, i32 31)
  %add76.i = fadd contract float %vecext.i, %41
  %vecins.i = insertelement <4 x float> %sum.i.1, float %add76.i, i32 %c.i.0
  %inc78.i = add nsw i32 %c.i.0, 1
  br label %for.cond70.i, !llvm.loop !27

if.then.i:                                        ; preds = %for.cond.cleanup68.i
  %add86.i = add nsw i32 %mul12.i, %w.i.0
  %idxprom87.i = sext i32 %add86.i to i64
  %arrayidx88.i = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %idxprom87.i
  store <4 x float> %sum.i.0, ptr %arrayidx88.i, align 16, !tbaa !9
  br label %if.end.i

if.end.i:                                         ; preds = %if.then.i, %for.cond.cleanup68.i
  %inc90.i = add nsw i32 %w.i.0, 1
  br label %for.cond59.i, !llvm.loop !28

if.else:                                          ; preds = %entry
  %div4 = sdiv i32 %dim, 4
  br label %while.cond.i25

while.cond.i25:                                   ; preds = %while.body.i127, %if.else
  %lanes.i8.0 = phi i32 [ 1, %if.else ], [ %mul.i128, %while.body.i127 ]
  %cmp.i26 = icmp slt i32 %lanes.i8.0, %div4
  %cmp1.i130 = icmp slt i32 %lanes.i8.0, 32
  %spec.select529 = select i1 %cmp.i26, i1 %cmp1.i130, i1 false
  br i1 %spec.select529, label %while.body.i127, label %while.end.i28

while.body.i127:                                  ; preds = %while.cond.i25
  %mul.i128 = mul nsw i32 %lanes.i8.0, 2
  br label %while.cond.i25, !llvm.loop !29

while.end.i28:                                    ; preds = %while.cond.i25
  %div2.i29 = sdiv i32 32, %lanes.i8.0
  %42 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %div3.i31 = udiv i32 %42, %lanes.i8.0
  %add.i32 = add i32 %1, %div3.i31
  %rem.i34 = urem i32 %42, %lanes.i8.0
  br label %for.cond.i35

for.cond.i35:                                     ; preds = %for.cond.cleanup61.i56, %while.end.i28
  %piece.i10.0 = phi i32 [ %rem.i34, %while.end.i28 ], [ %add93.i57, %for.cond.cleanup61.i56 ]
  %add5.i36 = add nsw i32 %div4, %lanes.i8.0
  %sub.i37 = sub nsw i32 %add5.i36, 1
  %sub6.i38 = sub nsw i32 %div4, 1
  %rem7.i39 = srem i32 %sub6.i38, %lanes.i8.0
  %sub8.i40 = sub nsw i32 %sub.i37, %rem7.i39
  %cmp9.i41 = icmp slt i32 %piece.i10.0, %sub8.i40
  br i1 %cmp9.i41, label %for.body.i42, label %if.end

for.body.i42:                                     ; preds = %for.cond.i35
  %cmp.i131 = icmp slt i32 %piece.i10.0, %sub6.i38
  %piece.i10.0.sub6.i38 = select i1 %cmp.i131, i32 %piece.i10.0, i32 %sub6.i38
  call void @llvm.lifetime.start.p0(ptr %sums.i13) #6
  call void @llvm.memset.p0.i64(ptr align 16 %sums.i13, i8 0, i64 32, i1 false)
  br label %for.cond13.i46

for.cond13.i46:                                   ; preds = %for.cond.cleanup33.i106, %for.body.i42
  %i.i14.0 = phi i32 [ %add.i32, %for.body.i42 ], [ %add42.i108, %for.cond.cleanup33.i106 ]
  %mul14.i47 = mul nsw i32 4, %div2.i29
  %add15.i48 = add nsw i32 %i.i14.0, %mul14.i47
  %cmp16.i49 = icmp slt i32 %add15.i48, %2
  br i1 %cmp16.i49, label %for.body17.i100, label %for.cond44.i51

for.body17.i100:                                  ; preds = %for.cond13.i46
  call void @llvm.lifetime.start.p0(ptr %row.i15) #6
  br label %for.cond18.i101

for.cond18.i101:                                  ; preds = %for.body21.i113, %for.body17.i100
  %r.i16.0 = phi i32 [ 0, %for.body17.i100 ], [ %inc.i126, %for.body21.i113 ]
  %cmp19.i102 = icmp slt i32 %r.i16.0, 5
  br i1 %cmp19.i102, label %for.body21.i113, label %for.cond31.i104

for.body21.i113:                                  ; preds = %for.cond18.i101
  %mul22.i114 = mul nsw i32 %r.i16.0, %div2.i29
  %add23.i115 = add nsw i32 %i.i14.0, %mul22.i114
  %idxprom.i116 = sext i32 %add23.i115 to i64
  %arrayidx.i117 = getelementptr inbounds i32, ptr %index, i64 %idxprom.i116
  %43 = load i32, ptr %arrayidx.i117, align 4, !tbaa !3
  %conv.i118 = sext i32 %43 to i64
  %add24.i119 = add nsw i32 %div4, 2
  %conv25.i120 = sext i32 %add24.i119 to i64
  %mul26.i121 = mul nsw i64 %conv.i118, %conv25.i120
  %add.ptr.i122 = getelementptr inbounds i32, ptr %table, i64 %mul26.i121
  %idxprom.i241 = sext i32 %piece.i10.0.sub6.i38 to i64
  %arrayidx.i242 = getelementptr inbounds i32, ptr %add.ptr.i122, i64 %idxprom.i241
  %44 = load i32, ptr %arrayidx.i242, align 4, !tbaa !3
  %idxprom1.i = sext i32 %div4 to i64
  %arrayidx2.i = getelementptr inbounds float, ptr %add.ptr.i122, i64 %idxprom1.i
  %45 = load float, ptr %arrayidx2.i, align 4, !tbaa !10
  %add.i245 = add nsw i32 %div4, 1
  %idxprom3.i = sext i32 %add.i245 to i64
  %arrayidx4.i = getelementptr inbounds float, ptr %add.ptr.i122, i64 %idxprom3.i
  %46 = load float, ptr %arrayidx4.i, align 4, !tbaa !10
  %.fca.0.0.insert492 = insertvalue %struct.Row.1 poison, i32 %44, 0, 0
  %.fca.1.insert494 = insertvalue %struct.Row.1 %.fca.0.0.insert492, float %45, 1
  %.fca.2.insert495 = insertvalue %struct.Row.1 %.fca.1.insert494, float %46, 2
  %47 = extractvalue %struct.Row.1 %.fca.2.insert495, 0
  %.fca.0.extract407 = extractvalue [1 x i32] %47, 0
  %idxprom28.i124 = sext i32 %r.i16.0 to i64
  %arrayidx29.i125 = getelementptr inbounds [5 x %struct.Row.1], ptr %row.i15, i64 0, i64 %idxprom28.i124
  store i32 %.fca.0.extract407, ptr %arrayidx29.i125, align 4, !tbaa !9
  %ref.tmp.i17.sroa.4.0.arrayidx29.i125.sroa_idx = getelementptr inbounds i8, ptr %arrayidx29.i125, i64 4
  store float %45, ptr %ref.tmp.i17.sroa.4.0.arrayidx29.i125.sroa_idx, align 4, !tbaa !10
  %ref.tmp.i17.sroa.5.0.arrayidx29.i125.sroa_idx = getelementptr inbounds i8, ptr %arrayidx29.i125, i64 8
  store float %46, ptr %ref.tmp.i17.sroa.5.0.arrayidx29.i125.sroa_idx, align 4, !tbaa !10
  %inc.i126 = add nsw i32 %r.i16.0, 1
  br label %for.cond18.i101, !llvm.loop !30

for.cond31.i104:                                  ; preds = %for.cond18.i101, %_ZL3addILi1EEvR4SumsIXT_EERK3RowIXT_EE.exit
  %r30.i18.0 = phi i32 [ %inc38.i112, %_ZL3addILi1EEvR4SumsIXT_EERK3RowIXT_EE.exit ], [ 0, %for.cond18.i101 ]
  %cmp32.i105 = icmp slt i32 %r30.i18.0, 5
  br i1 %cmp32.i105, label %for.body34.i109, label %for.cond.cleanup33.i106

for.cond.cleanup33.i106:                          ; preds = %for.cond31.i104
  call void @llvm.lifetime.end.p0(ptr %row.i15) #6
  %mul41.i107 = mul nsw i32 5, %div2.i29
  %add42.i108 = add nsw i32 %i.i14.0, %mul41.i107
  br label %for.cond13.i46, !llvm.loop !31

for.body34.i109:                                  ; preds = %for.cond31.i104
  %idxprom35.i110 = sext i32 %r30.i18.0 to i64
  %arrayidx36.i111 = getelementptr inbounds [5 x %struct.Row.1], ptr %row.i15, i64 0, i64 %idxprom35.i110
  br label %for.cond.i265

for.cond.i265:                                    ; preds = %for.cond.cleanup3.i274, %for.body34.i109
  %w.i262.0 = phi i32 [ 0, %for.body34.i109 ], [ %inc12.i275, %for.cond.cleanup3.i274 ]
  %cmp.i266 = icmp slt i32 %w.i262.0, 1
  br i1 %cmp.i266, label %for.cond1.i272, label %_ZL3addILi1EEvR4SumsIXT_EERK3RowIXT_EE.exit

for.cond1.i272:                                   ; preds = %for.cond.i265, %for.body4.i276
  %at.i264.0 = phi i32 [ %inc.i286, %for.body4.i276 ], [ 0, %for.cond.i265 ]
  %cmp2.i273 = icmp slt i32 %at.i264.0, 4
  br i1 %cmp2.i273, label %for.body4.i276, label %for.cond.cleanup3.i274

for.cond.cleanup3.i274:                           ; preds = %for.cond1.i272
  %inc12.i275 = add nsw i32 %w.i262.0, 1
  br label %for.cond.i265, !llvm.loop !32

for.body4.i276:                                   ; preds = %for.cond1.i272
  %idxprom.i277 = sext i32 %w.i262.0 to i64
  %arrayidx.i278 = getelementptr inbounds [1 x i32], ptr %arrayidx36.i111, i64 0, i64 %idxprom.i277
  %48 = load i32, ptr %arrayidx.i278, align 4, !tbaa !3
  %add.i.i = add nsw i32 30016, %at.i264.0
  %49 = call i32 @llvm.nvvm.prmt(i32 %48, i32 1258291200, i32 %add.i.i)
  %50 = bitcast i32 %49 to float
  %sub.i.i = fsub contract float %50, 0x4160001000000000
  %scale.i279 = getelementptr inbounds nuw %struct.Row.1, ptr %arrayidx36.i111, i32 0, i32 1
  %51 = load float, ptr %scale.i279, align 4, !tbaa !33
  %arrayidx6.i281 = getelementptr inbounds [1 x <4 x float>], ptr %sums.i13, i64 0, i64 %idxprom.i277
  %52 = load <4 x float>, ptr %arrayidx6.i281, align 16, !tbaa !9
  %vecext.i282 = extractelement <4 x float> %52, i32 %at.i264.0
  %53 = call contract noundef float @llvm.fma.f32(float %sub.i.i, float %51, float %vecext.i282)
  %vecins.i285 = insertelement <4 x float> %52, float %53, i32 %at.i264.0
  store <4 x float> %vecins.i285, ptr %arrayidx6.i281, align 16
  %inc.i286 = add nsw i32 %at.i264.0, 1
  br label %for.cond1.i272, !llvm.loop !35

_ZL3addILi1EEvR4SumsIXT_EERK3RowIXT_EE.exit:      ; preds = %for.cond.i265
  %scale14.i267 = getelementptr inbounds nuw %struct.Row.1, ptr %arrayidx36.i111, i32 0, i32 1
  %54 = load float, ptr %scale14.i267, align 4, !tbaa !33
  %bias.i268 = getelementptr inbounds nuw %struct.Row.1, ptr %arrayidx36.i111, i32 0, i32 2
  %55 = load float, ptr %bias.i268, align 4, !tbaa !36
  %56 = call contract noundef float @llvm.fma.f32(float 1.280000e+02, float %54, float %55)
  %bias16.i269 = getelementptr inbounds nuw %struct.Sums.0, ptr %sums.i13, i32 0, i32 1
  %57 = load float, ptr %bias16.i269, align 16, !tbaa !37
  %add.i270 = fadd contract float %57, %56
  store float %add.i270, ptr %bias16.i269, align 16, !tbaa !37
  %inc38.i112 = add nsw i32 %r30.i18.0, 1
  br label %for.cond31.i104, !llvm.loop !39

for.cond44.i51:                                   ; preds = %for.cond13.i46, %_ZL3addILi1EEvR4SumsIXT_EERK3RowIXT_EE.exit325
  %i.i14.1 = phi i32 [ %add57.i99, %_ZL3addILi1EEvR4SumsIXT_EERK3RowIXT_EE.exit325 ], [ %i.i14.0, %for.cond13.i46 ]
  %cmp45.i52 = icmp slt i32 %i.i14.1, %2
  br i1 %cmp45.i52, label %for.body46.i90, label %for.cond59.i54

for.body46.i90:                                   ; preds = %for.cond44.i51
  call void @llvm.lifetime.start.p0(ptr %ref.tmp47.i19) #6
  %idxprom48.i91 = sext i32 %i.i14.1 to i64
  %arrayidx49.i92 = getelementptr inbounds i32, ptr %index, i64 %idxprom48.i91
  %58 = load i32, ptr %arrayidx49.i92, align 4, !tbaa !3
  %conv50.i93 = sext i32 %58 to i64
  %add51.i94 = add nsw i32 %div4, 2
  %conv52.i95 = sext i32 %add51.i94 to i64
  %mul53.i96 = mul nsw i64 %conv50.i93, %conv52.i95
  %add.ptr54.i97 = getelementptr inbounds i32, ptr %table, i64 %mul53.i96
  %idxprom.i251 = sext i32 %piece.i10.0.sub6.i38 to i64
  %arrayidx.i252 = getelementptr inbounds i32, ptr %add.ptr54.i97, i64 %idxprom.i251
  %59 = load i32, ptr %arrayidx.i252, align 4, !tbaa !3
  %idxprom1.i254 = sext i32 %div4 to i64
  %arrayidx2.i255 = getelementptr inbounds float, ptr %add.ptr54.i97, i64 %idxprom1.i254
  %60 = load float, ptr %arrayidx2.i255, align 4, !tbaa !10
  %add.i257 = add nsw i32 %div4, 1
  %idxprom3.i258 = sext i32 %add.i257 to i64
  %arrayidx4.i259 = getelementptr inbounds float, ptr %add.ptr54.i97, i64 %idxprom3.i258
  %61 = load float, ptr %arrayidx4.i259, align 4, !tbaa !10
  %.fca.0.0.insert499 = insertvalue %struct.Row.1 poison, i32 %59, 0, 0
  %.fca.1.insert501 = insertvalue %struct.Row.1 %.fca.0.0.insert499, float %60, 1
  %.fca.2.insert502 = insertvalue %struct.Row.1 %.fca.1.insert501, float %61, 2
  %62 = extractvalue %struct.Row.1 %.fca.2.insert502, 0
  %.fca.0.extract403 = extractvalue [1 x i32] %62, 0
  store i32 %.fca.0.extract403, ptr %ref.tmp47.i19, align 4
  %63 = getelementptr inbounds nuw %struct.Row.1, ptr %ref.tmp47.i19, i32 0, i32 1
  store float %60, ptr %63, align 4
  %64 = getelementptr inbounds nuw %struct.Row.1, ptr %ref.tmp47.i19, i32 0, i32 2
  store float %61, ptr %64, align 4
  br label %for.cond.i301

for.cond.i301:                                    ; preds = %for.cond.cleanup3.i310, %for.body46.i90
  %w.i298.0 = phi i32 [ 0, %for.body46.i90 ], [ %inc12.i311, %for.cond.cleanup3.i310 ]
  %cmp.i302 = icmp slt i32 %w.i298.0, 1
  br i1 %cmp.i302, label %for.cond1.i308, label %_ZL3addILi1EEvR4SumsIXT_EERK3RowIXT_EE.exit325

for.cond1.i308:                                   ; preds = %for.cond.i301, %for.body4.i312
  %at.i300.0 = phi i32 [ %inc.i324, %for.body4.i312 ], [ 0, %for.cond.i301 ]
  %cmp2.i309 = icmp slt i32 %at.i300.0, 4
  br i1 %cmp2.i309, label %for.body4.i312, label %for.cond.cleanup3.i310

for.cond.cleanup3.i310:                           ; preds = %for.cond1.i308
  %inc12.i311 = add nsw i32 %w.i298.0, 1
  br label %for.cond.i301, !llvm.loop !32

for.body4.i312:                                   ; preds = %for.cond1.i308
  %idxprom.i313 = sext i32 %w.i298.0 to i64
  %arrayidx.i314 = getelementptr inbounds [1 x i32], ptr %ref.tmp47.i19, i64 0, i64 %idxprom.i313
  %65 = load i32, ptr %arrayidx.i314, align 4, !tbaa !3
  %add.i.i315 = add nsw i32 30016, %at.i300.0
  %66 = call i32 @llvm.nvvm.prmt(i32 %65, i32 1258291200, i32 %add.i.i315)
  %67 = bitcast i32 %66 to float
  %sub.i.i316 = fsub contract float %67, 0x4160001000000000
  %arrayidx6.i319 = getelementptr inbounds [1 x <4 x float>], ptr %sums.i13, i64 0, i64 %idxprom.i313
  %68 = load <4 x float>, ptr %arrayidx6.i319, align 16, !tbaa !9
  %vecext.i320 = extractelement <4 x float> %68, i32 %at.i300.0
  %69 = call contract noundef float @llvm.fma.f32(float %sub.i.i316, float %60, float %vecext.i320)
  %vecins.i323 = insertelement <4 x float> %68, float %69, i32 %at.i300.0
  store <4 x float> %vecins.i323, ptr %arrayidx6.i319, align 16
  %inc.i324 = add nsw i32 %at.i300.0, 1
  br label %for.cond1.i308, !llvm.loop !35

_ZL3addILi1EEvR4SumsIXT_EERK3RowIXT_EE.exit325:   ; preds = %for.cond.i301
  %70 = call contract noundef float @llvm.fma.f32(float 1.280000e+02, float %60, float %61)
  %bias16.i305 = getelementptr inbounds nuw %struct.Sums.0, ptr %sums.i13, i32 0, i32 1
  %71 = load float, ptr %bias16.i305, align 16, !tbaa !37
  %add.i306 = fadd contract float %71, %70
  store float %add.i306, ptr %bias16.i305, align 16, !tbaa !37
  call void @llvm.lifetime.end.p0(ptr %ref.tmp47.i19) #6
  %add57.i99 = add nsw i32 %i.i14.1, %div2.i29
  br label %for.cond44.i51, !llvm.loop !40

for.cond59.i54:                                   ; preds = %for.cond44.i51, %if.end.i70
  %w.i20.0 = phi i32 [ %inc90.i71, %if.end.i70 ], [ 0, %for.cond44.i51 ]
  %cmp60.i55 = icmp slt i32 %w.i20.0, 1
  br i1 %cmp60.i55, label %for.body62.i58, label %for.cond.cleanup61.i56

for.cond.cleanup61.i56:                           ; preds = %for.cond59.i54
  call void @llvm.lifetime.end.p0(ptr %sums.i13) #6
  %add93.i57 = add nsw i32 %piece.i10.0, %lanes.i8.0
  br label %for.cond.i35, !llvm.loop !41

for.body62.i58:                                   ; preds = %for.cond59.i54
  %idxprom63.i59 = sext i32 %w.i20.0 to i64
  %arrayidx64.i60 = getelementptr inbounds [1 x <4 x float>], ptr %sums.i13, i64 0, i64 %idxprom63.i59
  %72 = load <4 x float>, ptr %arrayidx64.i60, align 16, !tbaa !9
  %bias.i61 = getelementptr inbounds nuw %struct.Sums.0, ptr %sums.i13, i32 0, i32 1
  %73 = load float, ptr %bias.i61, align 16, !tbaa !37
  %splat.splatinsert.i62 = insertelement <4 x float> poison, float %73, i64 0
  %splat.splat.i63 = shufflevector <4 x float> %splat.splatinsert.i62, <4 x float> poison, <4 x i32> zeroinitializer
  %add65.i64 = fadd contract <4 x float> %72, %splat.splat.i63
  br label %for.cond66.i65

for.cond66.i65:                                   ; preds = %for.cond.cleanup72.i81, %for.body62.i58
  %away.i22.0 = phi i32 [ %lanes.i8.0, %for.body62.i58 ], [ %mul81.i82, %for.cond.cleanup72.i81 ]
  %sum.i21.0 = phi <4 x float> [ %add65.i64, %for.body62.i58 ], [ %sum.i21.1, %for.cond.cleanup72.i81 ]
  %cmp67.i66 = icmp slt i32 %away.i22.0, 32
  br i1 %cmp67.i66, label %for.cond70.i79, label %for.cond.cleanup68.i67

for.cond.cleanup68.i67:                           ; preds = %for.cond66.i65
  %cmp84.i69 = icmp ult i32 %42, %lanes.i8.0
  %cmp85.i73 = icmp slt i32 %piece.i10.0, %div4
  %or.cond530 = and i1 %cmp84.i69, %cmp85.i73
  br i1 %or.cond530, label %if.then.i74, label %if.end.i70

for.cond70.i79:                                   ; preds = %for.cond66.i65, %for.body73.i83
  %c.i23.0 = phi i32 [ %inc78.i89, %for.body73.i83 ], [ 0, %for.cond66.i65 ]
  %sum.i21.1 = phi <4 x float> [ %vecins.i88, %for.body73.i83 ], [ %sum.i21.0, %for.cond66.i65 ]
  %cmp71.i80 = icmp slt i32 %c.i23.0, 4
  br i1 %cmp71.i80, label %for.body73.i83, label %for.cond.cleanup72.i81

for.cond.cleanup72.i81:                           ; preds = %for.cond70.i79
  %mul81.i82 = mul nsw i32 %away.i22.0, 2
  br label %for.cond66.i65, !llvm.loop !42

for.body73.i83:                                   ; preds = %for.cond70.i79
  %vecext.i84 = extractelement <4 x float> %sum.i21.1, i32 %c.i23.0
  %74 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %vecext.i84, i32 %away.i22.0, i32 31)
  %add76.i87 = fadd contract float %vecext.i84, %74
  %vecins.i88 = insertelement <4 x float> %sum.i21.1, float %add76.i87, i32 %c.i23.0
  %inc78.i89 = add nsw i32 %c.i23.0, 1
  br label %for.cond70.i79, !llvm.loop !43

if.then.i74:                                      ; preds = %for.cond.cleanup68.i67
  %add86.i75 = add nsw i32 %piece.i10.0.sub6.i38, %w.i20.0
  %idxprom87.i76 = sext i32 %add86.i75 to i64
  %arrayidx88.i77 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %idxprom87.i76
  store <4 x float> %sum.i21.0, ptr %arrayidx88.i77, align 16, !tbaa !9
  br label %if.end.i70

if.end.i70:                                       ; preds = %if.then.i74, %for.cond.cleanup68.i67
  %inc90.i71 = add nsw i32 %w.i20.0, 1
  br label %for.cond59.i54, !llvm.loop !44

if.end:                                           ; preds = %for.cond.i35, %for.cond.i
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.nvvm.prmt(i32, i32, i32) #2

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #5

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #4 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #5 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #6 = { nounwind }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = distinct !{!7, !8}
!8 = !{!"llvm.loop.mustprogress"}
!9 = !{!5, !5, i64 0}
!10 = !{!11, !11, i64 0}
!11 = !{!"float", !5, i64 0}
!12 = distinct !{!12, !8, !13}
!13 = !{!"llvm.loop.unroll.enable"}
!14 = distinct !{!14, !8, !15}
!15 = !{!"llvm.loop.unroll.disable"}
!16 = distinct !{!16, !8, !13}
!17 = !{!18, !11, i64 8}
!18 = !{!"_ZTS3RowILi2EE", !5, i64 0, !11, i64 8, !11, i64 12}
!19 = distinct !{!19, !8, !13}
!20 = !{!18, !11, i64 12}
!21 = !{!22, !11, i64 32}
!22 = !{!"_ZTS4SumsILi2EE", !5, i64 0, !11, i64 32}
!23 = distinct !{!23, !8, !13}
!24 = distinct !{!24, !8, !15}
!25 = distinct !{!25, !8, !15}
!26 = distinct !{!26, !8}
!27 = distinct !{!27, !8, !13}
!28 = distinct !{!28, !8, !13}
!29 = distinct !{!29, !8}
!30 = distinct !{!30, !8, !13}
!31 = distinct !{!31, !8, !15}
!32 = distinct !{!32, !8, !13}
!33 = !{!34, !11, i64 4}
!34 = !{!"_ZTS3RowILi1EE", !5, i64 0, !11, i64 4, !11, i64 8}
!35 = distinct !{!35, !8, !13}
!36 = !{!34, !11, i64 8}
!37 = !{!38, !11, i64 16}
!38 = !{!"_ZTS4SumsILi1EE", !5, i64 0, !11, i64 16}
!39 = distinct !{!39, !8, !13}
!40 = distinct !{!40, !8, !15}
!41 = distinct !{!41, !8, !15}
!42 = distinct !{!42, !8}
!43 = distinct !{!43, !8, !13}
!44 = distinct !{!44, !8, !13}
